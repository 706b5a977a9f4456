using LeadFilter.Core.Conditions;
using LeadFilter.Core.Leads;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Conditions;

/// <summary>Lengths of time in months and years go by the calendar of the campaign's time zone, here New York's.</summary>
[TestClass]
public sealed class CalendarLengthTests
{
    [TestMethod]
    [DataRow("older than", "3 months", "2025-10-01T10:59:59Z", true)]
    [DataRow("older than", "3 months", "2025-10-01T11:00:00Z", false)]
    [DataRow("newer than", "3 months", "2025-10-01T11:00:00Z", false)]
    [DataRow("newer than", "3 Month", "2025-10-01T11:00:01Z", true)]
    [DataRow("older than", "1 year", "2025-01-01T11:59:59Z", true)]
    [DataRow("older than", "1YEAR", "2025-01-01T12:00:00Z", false)]
    [DataRow("newer than", "1 month", "2026-01-02T00:00:00Z", true)]
    [DataRow("older than", "1 month", "2026-01-02T00:00:00Z", false)]
    public void Months_go_back_to_the_same_time_of_day_whatever_daylight_saving_does(string op, string length, string createdAt, bool matches) =>
        AssertResult(matches, "created_at", op, length, createdAt, "2026-01-01T12:00:00Z");

    [TestMethod]
    [DataRow("2026-02-28T16:59:59Z", true)]
    [DataRow("2026-02-28T17:00:00Z", false)]
    public void A_day_that_a_month_does_not_have_is_its_last_day(string createdAt, bool matches) =>
        AssertResult(matches, "created_at", "older than", "1 month", createdAt, "2026-03-31T16:00:00Z");

    [TestMethod]
    [DataRow("2008-01-01", "2026-01-01T05:00:01Z", false)]
    [DataRow("2008-01-01", "2026-01-01T04:59:59Z", true)]
    [DataRow("2008-02-29", "2026-02-28T17:00:00Z", true)]
    [DataRow("2008-02-29", "2026-03-01T17:00:00Z", false)]
    public void Somebody_is_of_age_from_the_birthday_on_by_the_campaigns_clock(string dob, string at, bool minor) =>
        AssertResult(minor, "dob", "newer than", "18 years", dob, at);

    [TestMethod]
    public void Months_before_the_first_year_begin_with_it() =>
        AssertResult(false, "created_at", "older than", "200 years", "1999-01-01", "0001-03-01T00:00:00Z");

    private static void AssertResult(bool matches, string field, string op, string length, string raw, string at)
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition($$"""{ "field": "{{field}}", "op": "{{op}}", "value": "{{length}}" }"""));
        var draft = new LeadDraft(campaign.Layout);
        draft.Add(field, raw);
        Assert.AreEqual(matches ? Truth.Match : Truth.NoMatch, campaign.PolicyWithoutContract.Explain(draft.ToLead(DateTimeOffset.Parse(at))).Rules[0].Result);
    }
}
