using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Samples;

[TestClass]
public sealed class SampleCampaignTests
{
    private static readonly JsonObject Solar = SampleFiles.ReadJson("campaigns", "solar.json");

    private static IEnumerable<JsonNode> Rules => Solar["rules"]!.AsArray()!;

    [TestMethod]
    public void Every_enforced_rule_has_an_example()
    {
        var shown = Solar["examples"]!.AsArray().Select(example => Text(example!, "expect"));
        var missing = Rules.Where(rule => rule["mode"] is null).Select(rule => Text(rule, "reason")).Except(shown);

        Assert.AreEqual("", string.Join(", ", missing));
    }

    [TestMethod]
    public void Every_reason_is_explained_in_the_docs()
    {
        var docs = SampleFiles.Read("docs", "reason-codes.md");
        var missing = Rules.Select(rule => Text(rule, "reason")).Append("duplicate").Where(code => !docs.Contains($"`{code}`", StringComparison.Ordinal));

        Assert.AreEqual("", string.Join(", ", missing));
    }

    [TestMethod]
    [DataRow("acme")]
    [DataRow("bright")]
    [DataRow("meridian")]
    [DataRow("quotely")]
    [DataRow("roadstar")]
    [DataRow("campus")]
    [DataRow("degreematch")]
    [DataRow("lumina")]
    public void The_demo_key_of_a_vendor_is_the_one_of_the_readme(string vendor)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{vendor}-demo-key")));
        var keys = SampleFiles.ReadJson("campaigns", "vendors.json")["vendors"]![vendor]!["keys"]!.AsArray();

        Assert.AreEqual(hash, keys.Single()!.GetValue<string>());
    }

    [TestMethod]
    public void Two_rules_are_shadows() => CollectionAssert.AreEqual(
        (string[])["phone-area", "phone-state"], Rules.Where(rule => rule["mode"]?.GetValue<string>() == "shadow").Select(rule => Text(rule, "id")).ToArray());

    private static string Text(JsonNode node, string key) => node[key]!.GetValue<string>();
}
