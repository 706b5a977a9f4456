using System.Globalization;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Hours;

/// <summary>When leads are bought. Local times are those of New York: UTC-5, in summer UTC-4.</summary>
[TestClass]
public sealed class OpeningHoursTests
{
    private const string Hours = """
        { "days": { "weekdays": [ ["08:00", "12:00"], ["13:00", "17:30"] ], "friday": [ ["22:00", "02:00"] ], "sunday": [ ["00:00", "24:00"] ] },
          "holidays": [ "2026-12-25", { "date": "2026-12-24", "windows": [ ["09:00", "10:00"] ] } ] }
        """;

    [TestMethod]
    [DataRow("2026-11-23T12:59:59Z", false, "Monday 7:59:59")]
    [DataRow("2026-11-23T13:00:00Z", true, "Monday 8:00")]
    [DataRow("2026-11-23T16:59:59Z", true, "Monday 11:59:59")]
    [DataRow("2026-11-23T17:00:00Z", false, "Monday 12:00")]
    [DataRow("2026-11-23T18:00:00Z", true, "Monday 13:00")]
    [DataRow("2026-11-23T22:30:00Z", false, "Monday 17:30")]
    [DataRow("2026-11-27T15:00:00Z", false, "Friday 10:00: the day's own windows stand for those of weekdays")]
    [DataRow("2026-11-28T03:00:00Z", true, "Friday 22:00")]
    [DataRow("2026-11-28T06:59:59Z", true, "Saturday 1:59:59, in Friday's window")]
    [DataRow("2026-11-28T07:00:00Z", false, "Saturday 2:00")]
    [DataRow("2026-11-28T17:00:00Z", false, "Saturday noon: a day that is not named is closed")]
    [DataRow("2026-11-29T05:00:00Z", true, "Sunday 0:00")]
    [DataRow("2026-11-30T04:59:59Z", true, "Sunday 23:59:59")]
    [DataRow("2026-11-30T05:00:00Z", false, "Monday 0:00")]
    public void Window_counts_its_first_moment_and_not_its_last(string at, bool open, string local) => AssertOpen(at, open, local);

    [TestMethod]
    [DataRow("2026-12-24T14:30:00Z", true, "the holiday's own window")]
    [DataRow("2026-12-24T16:00:00Z", false, "outside it")]
    [DataRow("2026-12-25T15:00:00Z", false, "closed")]
    [DataRow("2026-12-26T03:30:00Z", false, "Friday 22:30 of a day that is closed")]
    [DataRow("2026-12-26T06:00:00Z", false, "and its hours after midnight")]
    public void Holiday_has_its_own_hours_or_none(string at, bool open, string what) => AssertOpen(at, open, what);

    [TestMethod]
    [DataRow("2026-07-06T11:59:59Z", false)]
    [DataRow("2026-07-06T12:00:00Z", true)]
    [DataRow("2026-03-09T12:00:00Z", true)]
    [DataRow("2026-03-06T12:30:00Z", false)]
    public void Hours_follow_the_clock_when_it_is_put_forward(string at, bool open) => AssertOpen(at, open, at);

    // 1 November 2026, 1:00 to 2:00, comes twice; 8 March, 2:00 to 3:00, does not come.
    [TestMethod]
    [DataRow("2026-11-01T04:59:59Z", false)]
    [DataRow("2026-11-01T05:00:00Z", true)]
    [DataRow("2026-11-01T06:59:59Z", true)]
    [DataRow("2026-11-01T07:00:00Z", false)]
    [DataRow("2026-03-08T06:59:59Z", true)]
    [DataRow("2026-03-08T07:00:00Z", false)]
    public void Hour_that_the_clock_shows_twice_is_open_twice(string at, bool open) =>
        AssertOpen(at, open, at, """{ "days": { "sunday": [ ["01:00", "02:00"] ] } }""");

    [TestMethod]
    public void Lead_outside_the_hours_is_rejected_with_the_reason_of_the_section()
    {
        var campaign = TestCampaign.Loaded(Campaign("""{ "days": { "monday": [ ["08:00", "12:00"] ] }, "text": "We are closed" }"""));
        var decision = TestLead.Decide(campaign, ("email", "ann@example.com"));
        Assert.AreEqual("hours Capacity outside_hours We are closed", $"{decision.Primary!.Ground.Id} {decision.Primary.Ground.Category} {decision.Primary.Ground.Reason} {decision.Primary.Ground.Text}");
    }

    [TestMethod]
    [DataRow("""{ "hours": { "days": { "thursday": [ ["00:00", "24:00"] ] } } }""", null, "a contract's days stand for the campaign's")]
    [DataRow("""{ "hours": { "days": { "thursday": [ ["00:00", "24:00"] ] }, "holidays": [ "2026-01-01" ] } }""", "vendors.acme.hours Reject", "its holidays too")]
    [DataRow("""{ "hours": { "mode": "shadow" } }""", "vendors.acme.hours Shadow", "what it does not name is the campaign's")]
    [DataRow("""{ "hours": { "mode": "off" } }""", null, "a contract may lift the hours")]
    [DataRow("""{ "rejects": [ "contact" ] }""", "hours Waived", "or waive them")]
    [DataRow("""{ "mode": "trial" }""", "hours Trial", "or be on trial")]
    [DataRow("{ }", "hours Reject", "else the campaign's hold")]
    public void Contract_changes_the_hours(string contract, string? finding, string what)
    {
        var campaign = TestCampaign.Loaded(Campaign("""{ "days": { "monday": [ ["08:00", "12:00"] ] } }""", contract));
        var decision = TestLead.PolicyOf(campaign, "acme").Decide(TestLead.Of(campaign, ("email", "ann@example.com")));
        Assert.AreEqual(finding, decision.Findings.Select(found => $"{found.Ground.Id} {found.Effect}").SingleOrDefault(), what);
    }

    [TestMethod]
    public void Example_without_a_time_is_tried_as_within_the_hours()
    {
        const string examples = """[ { "lead": { "email": "a@example.com" }, "expect": "accept" }, { "lead": { "email": "a@example.com" }, "at": "2026-01-01T12:00:00Z", "expect": "outside_hours" } ]""";
        TestCampaign.Loaded(Campaign("""{ "days": { "monday": [ ["08:00", "12:00"] ] } }""").Replace("\"rules\"", $"\"examples\": {examples}, \"rules\"", StringComparison.Ordinal));
    }

    private static void AssertOpen(string at, bool open, string what, string hours = Hours)
    {
        var campaign = TestCampaign.Loaded(Campaign(hours));
        var draft = new LeadFilter.Core.Leads.LeadDraft(campaign.Layout);
        draft.Add("email", "ann@example.com");
        var decision = campaign.PolicyWithoutContract.Screen(draft.ToLead(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));
        Assert.AreEqual(open, decision.IsAccepted, what);
    }

    private static string Campaign(string hours, string contract = "{ }") => $$"""
        { "campaign": "loans", "version": "v1", "timeZone": "America/New_York", "rules": [], "hours": {{hours}},
          "delivery": { "type": "webhook", "url": "/crm" }, "vendors": { "acme": {{contract}} } }
        """;
}
