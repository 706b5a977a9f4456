using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Capacity;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Capacity;

[TestClass]
public sealed class VendorQuotasTests
{
    private readonly IntakeFixture intake = new(
        TestCampaign.Json.Replace("\"acme\": { }", "\"acme\": { \"questionsPerDay\": 1 }", StringComparison.Ordinal));

    public required TestContext TestContext { get; init; }

    private Campaign Campaign => intake.Campaign;

    private Cap Quota => Campaign.Policies[TestCampaign.Id("acme")].Contract!.Questions!;

    [TestMethod]
    public async Task A_quota_that_is_used_up_tells_how_long_the_day_lasts()
    {
        Assert.IsNull(await TakeAsync());
        Assert.AreEqual(TimeSpan.FromHours(12), await TakeAsync());
    }

    [TestMethod]
    public async Task A_quota_is_free_again_on_the_next_day()
    {
        await TakeAsync();
        intake.Clock.Advance(TimeSpan.FromHours(12));
        Assert.IsNull(await TakeAsync());
    }

    [TestMethod]
    public async Task What_a_quota_refuses_is_counted()
    {
        await TakeAsync();
        await TakeAsync();
        CollectionAssert.AreEqual(new[] { "leadfilter.limited 1 vendor=acme limit=questions" }, intake.Meters.Of("leadfilter.limited"));
    }

    [TestMethod]
    public void A_vendor_has_a_thousand_questions_and_tests_a_day_where_nothing_is_said()
    {
        var contract = TestCampaign.Loaded().Policies[TestCampaign.Id("acme")].Contract!;
        Assert.AreEqual((1_000, 1_000, false), (contract.Questions!.Limit.Leads, contract.Tests!.Limit.Leads, contract.TestsNameLists));
    }

    private ValueTask<TimeSpan?> TakeAsync() =>
        new VendorQuotas(new CapCounters(intake.Places, intake.Clock, new Random(1)), new LeadIds(Random.Shared), new LeadMetrics(intake.Meters))
            .TakeAsync(Campaign, Quota, TestCampaign.Id("acme"), "questions", intake.Clock.GetUtcNow(), TestContext.CancellationToken);
}
