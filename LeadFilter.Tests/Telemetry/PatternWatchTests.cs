using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Conditions;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Meters;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Telemetry;

[TestClass]
public sealed class PatternWatchTests
{
    [TestMethod]
    public void Leads_for_which_a_pattern_took_too_long_are_counted_and_warned_of_once_an_hour()
    {
        using var meters = new TestMeters();
        using var logs = new CapturedLogs();
        var clock = new FakeTimeProvider();
        var watch = new PatternWatch(new LeadMetrics(meters), clock, logs.For<PatternWatch>());
        var (campaign, lead) = PatternTests.TooMuch();
        var decision = campaign.PolicyWithoutContract.Decide(lead);

        watch.Look(campaign.Id, decision);
        clock.Advance(TimeSpan.FromMinutes(59));
        watch.Look(campaign.Id, decision);
        clock.Advance(TimeSpan.FromMinutes(1));
        watch.Look(campaign.Id, decision);

        Assert.HasCount(2, logs.Lines);
        Assert.StartsWith($"1010 Warning A pattern of campaign {campaign.Id} took too long", logs.Lines[0], StringComparison.Ordinal);
        Assert.AreEqual(3, meters.Of("leadfilter.patterns.given_up").Length);
    }

    [TestMethod]
    public void A_decision_without_such_a_pattern_is_not_counted()
    {
        using var meters = new TestMeters();
        using var logs = new CapturedLogs();
        var campaign = TestCampaign.Loaded();
        var watch = new PatternWatch(new LeadMetrics(meters), new FakeTimeProvider(), logs.For<PatternWatch>());

        watch.Look(campaign.Id, campaign.PolicyWithoutContract.Decide(TestLead.Of(campaign)));

        Assert.IsEmpty(meters.Of("leadfilter.patterns.given_up"));
    }
}
