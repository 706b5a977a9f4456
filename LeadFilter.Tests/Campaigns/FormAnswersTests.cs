using LeadFilter.Core.Campaigns;

namespace LeadFilter.Tests.Campaigns;

/// <summary>What the answers of a campaign's own form mean.</summary>
[TestClass]
public sealed class FormAnswersTests
{
    private const string Fields = """{ "homeowner": { "type": "boolean", "true": ["I own", "own_it"], "false": ["Rent", "i rent", "none"] } }""";

    [TestMethod]
    [DataRow("i own", 1)]
    [DataRow("OWN IT", 1)]
    [DataRow("own_it", 1)]
    [DataRow("yes", 1)]
    [DataRow("rent", 0)]
    [DataRow("i_rent", 0)]
    [DataRow("\"Rent\".", 0)]
    [DataRow("None", 0)]
    [DataRow("No, I rent", 0)]
    [DataRow("Yes, I rent", null)]
    [DataRow("boat", null)]
    public void They_are_read_beside_the_usual_words(string raw, int? number)
    {
        var value = TestLead.Of(Campaign(), ("homeowner", raw)).Find("homeowner");
        Assert.AreEqual((number is not null, number ?? 0), (value.IsValid, value.Number));
    }

    [TestMethod]
    public void A_word_of_the_campaign_means_what_the_campaign_says()
    {
        var campaign = TestCampaign.Loaded(CampaignText.With("fields", """{ "paperless": { "type": "boolean", "true": ["off"], "false": ["on"] } }"""));
        Assert.AreEqual(1, TestLead.Of(campaign, ("paperless", "off")).Find("paperless").Number);
    }

    [TestMethod]
    public void Rules_may_compare_with_them()
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(("fields", Fields), ("rules", CampaignText.RuleWith("""{ "field": "homeowner", "op": "equal", "value": "rent" }"""))));
        Assert.IsFalse(TestLead.Decide(campaign, ("homeowner", "no")).IsAccepted);
    }

    [TestMethod]
    [DataRow("""{ "a": { "type": "boolean", "true": ["x"], "false": ["X"] } }""", "'X' means true and false. Keep it in one of the two lists.")]
    [DataRow("""{ "a": { "type": "boolean", "true": ["x", "x."] } }""", "'x' stands here twice. Keep one of the two.")]
    [DataRow("""{ "a": { "type": "number", "true": ["x"] } }""", "a number is neither true nor false. Write \"type\": \"boolean\", or remove this key.")]
    [DataRow("""{ "a": { "true": ["x"] } }""", "'type' is missing. Add \"type\": \"boolean\".")]
    [DataRow("""{ "a": { "type": "boolean", "yes": ["x"] } }""", "unknown key 'yes'. Write 'true' if you meant that, otherwise remove it.")]
    public void Mistakes_are_named(string fields, string mistake) =>
        Assert.Contains(mistake, CampaignText.Mistakes(CampaignText.With("fields", fields)), StringComparison.Ordinal);

    private static Campaign Campaign() => TestCampaign.Loaded(CampaignText.With("fields", Fields));
}
