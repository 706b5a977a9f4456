namespace LeadFilter.Tests.Campaigns;

[TestClass]
public sealed class QuotaMistakesTests
{
    [TestMethod]
    [DataRow("\"questionsPerDay\": -1", "$.vendors.acme.questionsPerDay: -1 is out of range. Write a number from 0 to 1000000.")]
    [DataRow("\"questionsPerDay\": 1.5", "$.vendors.acme.questionsPerDay: 1.5 is not a whole number. Write how many a day, such as 500.")]
    [DataRow("\"testsPerDay\": 0", "$.vendors.acme.testsPerDay: 0 is out of range. Write a number from 1 to 1000000.")]
    [DataRow("\"testsNameLists\": 1", "$.vendors.acme.testsNameLists: this is a number. Write true")]
    [DataRow("\"questionPerDay\": 5", "Write 'questionsPerDay' if you meant that, otherwise remove it.")]
    public void A_quota_that_makes_no_sense_is_told(string terms, string told)
    {
        var mistakes = TestCampaign.Load(TestCampaign.Json.Replace("\"acme\": { }", $"\"acme\": {{ {terms} }}", StringComparison.Ordinal)).Mistakes;
        Assert.Contains(told, string.Join('\n', mistakes), StringComparison.Ordinal);
    }
}
