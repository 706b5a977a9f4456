using LeadFilter.Core.Outcomes;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Outcomes;

[TestClass]
public sealed class OutcomeWordsTests
{
    private const string Map = "\"outcomes\": { \"map\": { \"Closed Won\": \"converted\" }, \"reasons\": { \"Wrong Number\": \"wrong_number\" } }";

    [TestMethod]
    [DataRow("Closed Won", LeadEvent.Converted)]
    [DataRow(" closed won ", LeadEvent.Converted)]
    [DataRow("Converted", LeadEvent.Converted)]
    [DataRow("dead", LeadEvent.Dead)]
    [DataRow("Closed Lost", null)]
    public void A_campaign_understands_its_CRMs_words_beside_those_of_all(string word, LeadEvent? expected) =>
        Assert.AreEqual(expected, Words().Find(word));

    [TestMethod]
    [DataRow("wrong number", "wrong_number")]
    [DataRow("Not_Interested", "not_interested")]
    [DataRow("talked to John Smith", null)]
    [DataRow("José", null)]
    [DataRow("415-555-0132", null)]
    public void A_reason_is_a_code_or_has_one(string text, string? expected) => Assert.AreEqual(expected, Words().FindReason(text)?.ToString());

    [TestMethod]
    [DataRow("\"outcomes\": { }", "$.outcomes: this section says nothing")]
    [DataRow("\"outcomes\": { \"map\": { } }", "$.outcomes.map: there are 0 words. Write 1 to 200, or remove it.")]
    [DataRow("\"outcomes\": { \"map\": { \"Won\": \"sold\" } }", "there is no event 'sold'. Write one of attempted, contacted, accepted, qualified, converted,")]
    [DataRow("\"outcomes\": { \"map\": { \"lost\": \"converted\" } }", "'lost' is an event itself. Remove it: it means 'lost' everywhere.")]
    [DataRow("\"outcomes\": { \"map\": { \"Won\": \"converted\", \"won\": \"converted\" } }", "'won' stands here twice; case does not count.")]
    [DataRow("\"outcomes\": { \"map\": { \" Won\": \"converted\" } }", "' Won' is not a word of a CRM.")]
    [DataRow("\"outcomes\": { \"reasons\": { \"Bad\": \"Bad lead\" } }", "'Bad lead' is not a code.")]
    [DataRow("\"outcomes\": { \"maps\": { } }", "Write 'map' if you meant that, otherwise remove it.")]
    public void A_mistake_is_told_with_its_remedy(string section, string told) =>
        Assert.Contains(told, string.Join('\n', TestCampaign.Load(With(section)).Mistakes), StringComparison.Ordinal);

    private static OutcomeWords Words() => TestCampaign.Loaded(With(Map)).Outcomes;

    private static string With(string section) => TestCampaign.Json.Replace("\"version\"", section + ", \"version\"", StringComparison.Ordinal);
}
