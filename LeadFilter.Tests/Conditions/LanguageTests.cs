using LeadFilter.Core.Conditions;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Conditions;

/// <summary>What the operators mean, beyond matching and missing.</summary>
[TestClass]
public sealed class LanguageTests
{
    [TestMethod]
    [DataRow("monday", "friday", "2026-01-05", true)]
    [DataRow("monday", "friday", "2026-01-09", true)]
    [DataRow("monday", "friday", "2026-01-10", false)]
    [DataRow("fri", "mon", "2026-01-10", true)]
    [DataRow("fri", "mon", "2026-01-12", true)]
    [DataRow("fri", "mon", "2026-01-13", false)]
    [DataRow("sunday", "sunday", "2026-01-11", true)]
    [DataRow("sunday", "sunday", "2026-01-12", false)]
    public void A_range_of_days_goes_round_the_week(string from, string to, string date, bool matches) => Assert.AreEqual(
        matches ? Truth.Match : Truth.NoMatch,
        Of($$"""{ "field": "created_at.weekday", "op": "between", "values": ["{{from}}", "{{to}}"] }""", ("created_at", $"{date} 12:00 EST")));

    [TestMethod]
    [DataRow("22:00", "06:00", "23:59", true)]
    [DataRow("22:00", "06:00", "06:00", true)]
    [DataRow("22:00", "06:00", "06:00:01", false)]
    [DataRow("9am", "5pm", "12:00", true)]
    [DataRow("9am", "5pm", "17:01", false)]
    public void A_range_of_times_goes_past_midnight(string from, string to, string time, bool matches) => Assert.AreEqual(
        matches ? Truth.Match : Truth.NoMatch,
        Of($$"""{ "field": "created_at.time", "op": "between", "values": ["{{from}}", "{{to}}"] }""", ("created_at", $"2026-01-05T{time}-05:00")));

    [TestMethod]
    [DataRow("2026-01-01", true)]
    [DataRow("7/4/2026", true)]
    [DataRow("2026-07-05", false)]
    public void A_date_is_one_of_several(string date, bool matches) => Assert.AreEqual(
        matches ? Truth.Match : Truth.NoMatch,
        Of("""{ "field": "created_at.date", "op": "in", "values": ["2026-01-01", "7/4/2026"] }""", ("created_at", $"{date} 12:00 EST")));

    // Leads are received at noon of 1 January 2026, UTC.
    [TestMethod]
    [DataRow("older than", "5 minutes", "2026-01-01T11:54:59Z", true)]
    [DataRow("older than", "5 minutes", "2026-01-01T11:55:00Z", false)]
    [DataRow("newer than", "5 minutes", "2026-01-01T11:55:00Z", false)]
    [DataRow("newer than", "5 minutes", "2026-01-01T11:55:01Z", true)]
    [DataRow("newer than", "1 second", "2026-01-01T13:00:00Z", true)]
    [DataRow("older than", "1 second", "2026-01-01T13:00:00Z", false)]
    [DataRow("older than", "2 hours", "2026-01-01T09:59:59Z", true)]
    [DataRow("older than", "90 days", "2025-10-03T11:59:59Z", true)]
    [DataRow("older than", "90 Days", "2025-10-03T12:00:00Z", false)]
    [DataRow("older than", "1.5 weeks", "2025-12-22T00:00:00Z", false)]
    [DataRow("older than", "1.5weeks", "2025-12-21T23:59:59Z", true)]
    public void Durations_count_back_from_the_leads_receipt(string op, string duration, string createdAt, bool matches) => Assert.AreEqual(
        matches ? Truth.Match : Truth.NoMatch,
        Of($$"""{ "field": "created_at", "op": "{{op}}", "value": "{{duration}}" }""", ("created_at", createdAt)));

    [TestMethod]
    [DataRow("gmail.com", true)]
    [DataRow("GMIAL.COM", true)]
    [DataRow("gmai.com", true)]
    [DataRow("gnail.con", false)]
    public void Similar_texts_are_at_most_so_many_edits_away(string domain, bool matches) => Assert.AreEqual(
        matches ? Truth.Match : Truth.NoMatch,
        Of("""{ "field": "email.domain", "op": "similar to", "values": ["yahoo.com", "gmail.com"], "edits": 1 }""", ("email", $"ann@{domain}")));

    [TestMethod]
    [DataRow("CA", "(415) 555-2671", Truth.NoMatch)]
    [DataRow("New York", "(415) 555-2671", Truth.Match)]
    [DataRow("New York", "", Truth.Indeterminate)]
    [DataRow("Atlantis", "(415) 555-2671", Truth.Unreadable)]
    [DataRow("CA", "(800) 555-2671", Truth.Indeterminate)]
    public void A_field_is_compared_with_another(string state, string phone, Truth truth) => Assert.AreEqual(
        truth,
        Of("""{ "field": "state", "op": "not equal", "other": "phone_1.state" }""", ("state", state), ("phone_1", phone)));

    [TestMethod]
    public void Both_fields_are_facts_of_the_explanation()
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition("""{ "field": "email.user", "op": "includes", "other": "last_name" }"""));
        var trace = campaign.PolicyWithoutContract.Explain(TestLead.Of(campaign, ("email", "ann.lee@example.com"), ("last_name", "Lee"))).Rules[0];
        Assert.AreEqual(Truth.Match, trace.Result);
        Assert.AreEqual("email.user ann.lee, last_name Lee", string.Join(", ", trace.Facts.Select(fact => $"{fact.Name} {fact.Text}")));
    }

    [TestMethod]
    [DataRow("yes", Truth.NoMatch)]
    [DataRow("no", Truth.Match)]
    [DataRow("perhaps", Truth.Unreadable)]
    public void False_is_said_of_a_no_only(string raw, Truth truth) => Assert.AreEqual(truth, Of("""{ "field": "opt_in", "is": "false" }""", ("opt_in", raw)));

    [TestMethod]
    [DataRow("call me a$$hole", Truth.Match)]
    [DataRow("I live in Scunthorpe", Truth.NoMatch)]
    public void Obscene_words_are_found(string comments, Truth truth) => Assert.AreEqual(truth, Of("""{ "field": "comments", "is": "obscene" }""", ("comments", comments)));

    private static Truth Of(string condition, params ReadOnlySpan<(string Name, string? Raw)> fields)
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition(condition));
        return campaign.PolicyWithoutContract.Explain(TestLead.Of(campaign, fields)).Rules[0].Result;
    }
}
