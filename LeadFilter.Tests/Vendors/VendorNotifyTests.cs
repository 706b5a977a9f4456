using System.Text;
using LeadFilter.Core.Permissions;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Tests.Vendors;

[TestClass]
public sealed class VendorNotifyTests
{
    private const string Key = "8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4";

    [TestMethod]
    public void Where_a_vendor_is_told_is_read_from_the_file()
    {
        var notify = Load("""{ "url": "https://acme.example.com/in?a=b", "secret": "LEADFILTER_SECRET_ACME" }""").Value!.All.Single().Notify!;

        Assert.AreEqual(("https://acme.example.com/in?a=b", "LEADFILTER_SECRET_ACME"), (notify.Url.ToString(), notify.Secret));
    }

    [TestMethod]
    public void A_vendor_without_the_key_is_not_told() =>
        Assert.IsNull(VendorDirectoryLoader.Load("vendors.json", Encoding.UTF8.GetBytes($$"""{ "vendors": { "acme": { "keys": ["{{Key}}"] } } }""")).Value!.All.Single().Notify);

    [TestMethod]
    [DataRow("\"https://a.example.com\"", "this is text")]
    [DataRow("""{ "secret": "LEADFILTER_SECRET_ACME" }""", "'url' is missing")]
    [DataRow("""{ "url": "https://a.example.com" }""", "'secret' is missing")]
    [DataRow("""{ "url": "https://a.example.com", "secret": "LEADFILTER_SECRET_ACME", "secrets": 1 }""", "unknown key 'secrets'")]
    [DataRow("""{ "url": "http://a.example.com", "secret": "LEADFILTER_SECRET_ACME" }""", "notices cannot be sent to this address")]
    [DataRow("""{ "url": "https://u:p@a.example.com", "secret": "LEADFILTER_SECRET_ACME" }""", "notices cannot be sent to this address")]
    [DataRow("""{ "url": "/demo/crm/leads", "secret": "LEADFILTER_SECRET_ACME" }""", "notices cannot be sent to this address")]
    [DataRow("""{ "url": "https://a.example.com", "secret": "LEADFILTER_ADMIN_KEY" }""", "this is a setting of the filter itself, which no campaign may send")]
    [DataRow("""{ "url": "https://a.example.com", "secret": "NoticeQueue" }""", "this is a setting of the filter itself, which no campaign may send")]
    [DataRow("""{ "url": "https://a.example.com", "secret": "PATH" }""", "this setting is not one that campaigns may send")]
    [DataRow("""{ "url": "https://a.example.com", "secret": "s3cret!" }""", "this is not the name of a setting")]
    public void A_mistake_says_what_is_wrong(string notify, string message)
    {
        var mistakes = Load(notify).Mistakes;

        Assert.AreEqual(message, mistakes.Single().Message);
        Assert.DoesNotContain("s3cret", mistakes.Single().ToString(), StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_secret_that_the_operator_lists_may_be_named()
    {
        Assert.IsTrue(SecretNames.TryParse("ACME_SECRET", out var names));

        var loaded = Load("""{ "url": "https://a.example.com", "secret": "ACME_SECRET" }""", new(names, Destinations.Default));

        Assert.AreEqual("ACME_SECRET", loaded.Value!.All.Single().Notify!.Secret);
    }

    [TestMethod]
    [DataRow("https://10.0.0.1/in", 1)]
    [DataRow("https://notices.corp/in", 1)]
    [DataRow("http://localhost:5000/in", 1)]
    [DataRow("https://acme.example.com/in", 0)]
    public void A_host_that_is_surely_inside_is_warned_of(string url, int warnings) =>
        Assert.HasCount(warnings, Load($$"""{ "url": "{{url}}", "secret": "LEADFILTER_SECRET_ACME" }""").Warnings);

    private static Core.Files.LoadResult<VendorDirectory> Load(string notify, OperatorPermissions? permissions = null) =>
        VendorDirectoryLoader.Load(
            "vendors.json",
            Encoding.UTF8.GetBytes($$"""{ "vendors": { "acme": { "keys": ["{{Key}}"], "notify": {{notify}} } } }"""),
            permissions: permissions);
}
