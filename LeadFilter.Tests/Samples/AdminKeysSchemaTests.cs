using System.Text;
using System.Text.Json.Nodes;
using LeadFilter.Core.Staff;
using LeadFilter.Core.Vendors;
using LeadFilter.Tests.Folders;
using NJsonSchema;

namespace LeadFilter.Tests.Samples;

/// <summary>What the schema of admin keys accepts, the loader accepts, and the other way round.</summary>
[TestClass]
public sealed class AdminKeysSchemaTests
{
    private const string Hash = "46b49d6b0ebf0a56d0b7b1f64cb3b6ae4c0c8a58fbd8df1c5c2bbf3f61a8b6a5";
    private const string OtherHash = "8d1e7c0f7f6f5cf0e2b9a4fa7f7f1d9d4f0a3b7a1a6f0c2d5b3e9c8a7d6f5e4b";

    [TestMethod]
    [DataRow("""{ "staff": { "ann": { "role": "admin", "keys": ["HASH"] } } }""")]
    [DataRow("""{ "$schema": "./x.json", "staff": { "ann": { "role": "admin", "keys": ["HASH", "OTHER"] } } }""")]
    [DataRow("""{ "staff": { "ann": { "role": "admin", "keys": ["HASH"] }, "my-crm_2": { "role": "crm", "keys": ["OTHER"] } } }""")]
    [DataRow("""{ "staff": { "ann": { "role": "admin", "keys": ["HASH"] }, "grafana": { "role": "read", "keys": ["OTHER"] } } }""")]
    public async Task Keys_fit_schema_and_loader(string file)
    {
        Assert.AreEqual("", await SchemaAsync(file));
        Assert.AreEqual("", Loader(file));
    }

    [TestMethod]
    [DataRow("""{ }""", DisplayName = "nothing")]
    [DataRow("""{ "staff": { } }""", DisplayName = "nobody")]
    [DataRow("""{ "staff": [ ] }""", DisplayName = "a list")]
    [DataRow("""{ "people": { } }""", DisplayName = "an unknown key")]
    [DataRow("""{ "staff": { "Ann B": { "role": "admin", "keys": ["HASH"] } } }""", DisplayName = "a name with a blank")]
    [DataRow("""{ "staff": { "ann": { "role": "root", "keys": ["HASH"] } } }""", DisplayName = "an unknown role")]
    [DataRow("""{ "staff": { "ann": { "role": "Admin", "keys": ["HASH"] } } }""", DisplayName = "a role in capitals")]
    [DataRow("""{ "staff": { "ann": { "keys": ["HASH"] } } }""", DisplayName = "no role")]
    [DataRow("""{ "staff": { "ann": { "role": "admin" } } }""", DisplayName = "no keys")]
    [DataRow("""{ "staff": { "ann": { "role": "admin", "keys": [] } } }""", DisplayName = "no key")]
    [DataRow("""{ "staff": { "ann": { "role": "admin", "keys": "HASH" } } }""", DisplayName = "a key without a list")]
    [DataRow("""{ "staff": { "ann": { "role": "admin", "keys": ["my-own-admin-key"] } } }""", DisplayName = "a key instead of its hash")]
    [DataRow("""{ "staff": { "ann": { "role": "admin", "keys": ["HASH", "HASH"] } } }""", DisplayName = "a hash twice")]
    [DataRow("""{ "staff": { "ann": { "role": "admin", "keys": ["HASH"], "until": "2027-01-01" } } }""", DisplayName = "an unknown key of a name")]
    public async Task Broken_keys_fit_neither(string file)
    {
        Assert.AreNotEqual("", await SchemaAsync(file));
        Assert.AreNotEqual("", Loader(file));
    }

    private static async Task<string> SchemaAsync(string file)
    {
        var schema = await JsonSchema.FromJsonAsync(SampleFiles.Read("campaigns", "admin-keys.schema.json"));
        return string.Join('\n', schema.Validate(JsonNode.Parse(Filled(file))!.ToJsonString()));
    }

    private static string Loader(string file) => string.Join(
        '\n', new StaffDirectoryLoader([], VendorDirectory.Empty).Load("keys.json", Encoding.UTF8.GetBytes(Filled(file))).Mistakes);

    private static string Filled(string file) =>
        file.Replace("HASH", Hash, StringComparison.Ordinal).Replace("OTHER", OtherHash, StringComparison.Ordinal);
}
