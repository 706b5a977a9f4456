using LeadFilter.Core.Outcomes;
using LeadFilter.Pipeline.Outcomes;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Outcomes;

[TestClass]
public sealed class OutcomeReaderTests
{
    private const string Lead = "0193f0a0c0c07000800000000000000a";

    [TestMethod]
    public void Everything_that_is_said_is_read()
    {
        var told = Read(("lead", Lead), ("event", "Dead"), ("at", "2026-11-30T14:05:00-05:00"), ("value", "$1,250.50"), ("reason", "moving"), ("by", "Person"), ("id", "00Q5e-7"), ("wake_at", "2027-03-01T00:00:00Z"));

        Assert.IsNull(told.Refusal);
        Assert.AreEqual(
            new LeadOutcome(LeadEvent.Dead, new(2026, 11, 30, 19, 5, 0, TimeSpan.Zero))
            {
                Id = "00Q5e-7", Value = 1250.5m, Reason = "moving", By = ActedBy.Person, WakeAt = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero),
            },
            told.Outcome);
    }

    [TestMethod]
    [DataRow("2026-11-30 14:05", "2026-11-30T19:05:00Z", false)]
    [DataRow("11/30/2026 2:05 PM", "2026-11-30T19:05:00Z", false)]
    [DataRow("2026-07-01 14:05", "2026-07-01T18:05:00Z", false)]
    [DataRow("2026-11-30", "2026-11-30T05:00:00Z", true)]
    [DataRow("1796058300", "2026-11-30T17:05:00Z", false)]
    public void A_time_without_a_zone_is_told_by_the_campaigns_clock(string text, string expected, bool isDay)
    {
        var told = Read(("lead", Lead), ("event", "lost"), ("at", text));

        Assert.AreEqual((DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), isDay), (told.Outcome?.At, told.IsDay));
    }

    [TestMethod]
    [DataRow(OutcomeRefusal.LeadNotSaid, "event=lost", "at=2026-11-30T14:05:00Z")]
    [DataRow(OutcomeRefusal.LeadNotSaid, "lead=" + Lead, "crm_id=7", "event=lost", "at=2026-11-30T14:05:00Z")]
    [DataRow(OutcomeRefusal.EventUnknown, "lead=" + Lead, "at=2026-11-30T14:05:00Z")]
    [DataRow(OutcomeRefusal.EventUnknown, "lead=" + Lead, "event=Closed Won", "at=2026-11-30T14:05:00Z")]
    [DataRow(OutcomeRefusal.TimeUnreadable, "lead=" + Lead, "event=lost")]
    [DataRow(OutcomeRefusal.TimeUnreadable, "lead=" + Lead, "event=lost", "at=yesterday")]
    [DataRow(OutcomeRefusal.TimeUnreadable, "lead=" + Lead, "event=lost", "at=2026-02-30")]
    [DataRow(OutcomeRefusal.TimeUnreadable, "lead=" + Lead, "event=lost", "at=2026-11-30T14:05:00Z", "wake_at=soon")]
    [DataRow(OutcomeRefusal.ValueUnreadable, "lead=" + Lead, "event=converted", "at=2026-11-30T14:05:00Z", "value=123456789")]
    [DataRow(OutcomeRefusal.ValueUnreadable, "lead=" + Lead, "event=converted", "at=2026-11-30T14:05:00Z", "value=-1")]
    [DataRow(OutcomeRefusal.ValueUnreadable, "lead=" + Lead, "event=converted", "at=2026-11-30T14:05:00Z", "value=1.23456")]
    [DataRow(OutcomeRefusal.ValueUnreadable, "lead=" + Lead, "event=converted", "at=2026-11-30T14:05:00Z", "value=EUR 80")]
    [DataRow(OutcomeRefusal.ValueUnreadable, "lead=" + Lead, "event=converted", "at=2026-11-30T14:05:00Z", "value=a lot")]
    [DataRow(OutcomeRefusal.ByUnknown, "lead=" + Lead, "event=attempted", "at=2026-11-30T14:05:00Z", "by=Bob")]
    public void What_cannot_be_read_is_refused_with_a_code(string code, params string[] fields) =>
        Assert.AreEqual(code, Read([.. fields.Select(static one => (one[..one.IndexOf('=', StringComparison.Ordinal)], one[(one.IndexOf('=', StringComparison.Ordinal) + 1)..]))]).Refusal?.Code);

    [TestMethod]
    public void A_reason_that_may_be_about_a_person_is_withheld() => Assert.AreEqual(
        "withheld", Read(("lead", Lead), ("event", "lost"), ("at", "2026-11-30T14:05:00Z"), ("reason", "talked to John Smith")).Outcome?.Reason);

    [TestMethod]
    public void An_id_that_may_be_about_a_person_is_kept_as_a_hash()
    {
        var id = Read(("lead", Lead), ("event", "lost"), ("at", "2026-11-30T14:05:00Z"), ("id", "call with ann@example.com")).Outcome!.Id!;

        Assert.StartsWith("#", id, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", id, StringComparison.Ordinal);
    }

    private static ToldOutcome Read(params (string Name, string Value)[] fields) => new OutcomeReader(
        TestCampaign.Loaded(TestCampaign.Json.Replace("\"version\"", "\"timeZone\": \"America/New_York\", \"version\"", StringComparison.Ordinal)))
        .Read(1, name => fields.FirstOrDefault(field => field.Name == name).Value);
}
