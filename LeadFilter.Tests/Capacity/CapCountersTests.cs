using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Tests.Campaigns;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Capacity;

[TestClass]
public sealed class CapCountersTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryTables tables = new();
    private readonly FakeTimeProvider clock = new(At);
    private readonly LeadIds ids = new(Random.Shared);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Limit_of_several_blocks_is_taken_to_the_last_place_by_two_processes()
    {
        var campaign = TestCampaign.Loaded(CapCampaign.With($"[{CapCampaign.Daily(2500)}]"));
        var counter = CapCounter.Of(campaign, campaign.Caps[0], At, null);
        CapCounters[] processes = [Process(), Process()];

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            var count = 0;
            while (await processes[worker % 2].TryTakeAsync(counter, ids.Next(At), [], TestContext.CancellationToken))
            {
                count++;
            }

            return count;
        })));

        Assert.AreEqual(2500, taken.Sum());
        Assert.AreEqual(2500, await TakenAsync(campaign));
    }

    [TestMethod]
    public async Task Place_of_an_earlier_attempt_is_found_in_any_block()
    {
        var campaign = TestCampaign.Loaded(CapCampaign.With($"[{CapCampaign.Daily(2500)}]"));
        var counter = CapCounter.Of(campaign, campaign.Caps[0], At, null);
        var (process, held) = (Process(), new List<HeldPlace>());
        var leads = new List<LeadId>();
        for (var number = 0; number < 2200; number++)
        {
            leads.Add(ids.Next(At));
            Assert.IsTrue(await process.TryTakeAsync(counter, leads[^1], held, TestContext.CancellationToken));
        }

        var last = held.MaxBy(place => place.Place);
        Assert.IsGreaterThanOrEqualTo(2000, last.Place);
        Assert.AreEqual(last, await Process().FindAsync(counter, leads[held.IndexOf(last)], TestContext.CancellationToken));
        Assert.IsNull(await Process().FindAsync(counter, ids.Next(At), TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task Place_that_is_given_back_is_taken_again()
    {
        var campaign = TestCampaign.Loaded(CapCampaign.With($"[{CapCampaign.Daily(1)}]"));
        var counter = CapCounter.Of(campaign, campaign.Caps[0], At, null);
        var (process, held, lead) = (Process(), new List<HeldPlace>(), ids.Next(At));
        await process.TryTakeAsync(counter, lead, held, TestContext.CancellationToken);
        Assert.IsFalse(await process.TryTakeAsync(counter, ids.Next(At), [], TestContext.CancellationToken));

        await process.GiveBackAsync(held.Single(), lead, TestContext.CancellationToken);

        Assert.IsTrue(await process.TryTakeAsync(counter, ids.Next(At), [], TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task Place_of_another_lead_is_not_given_back()
    {
        var campaign = TestCampaign.Loaded(CapCampaign.With($"[{CapCampaign.Daily(1)}]"));
        var counter = CapCounter.Of(campaign, campaign.Caps[0], At, null);
        var (process, held) = (Process(), new List<HeldPlace>());
        await process.TryTakeAsync(counter, ids.Next(At), held, TestContext.CancellationToken);

        await process.GiveBackAsync(held.Single(), ids.Next(At), TestContext.CancellationToken);

        Assert.AreEqual(1, await TakenAsync(campaign));
    }

    // A process remembers 10,000 counters; a vendor can make up any number of sources.
    [TestMethod]
    public async Task What_a_process_has_forgotten_it_reads_again()
    {
        var campaign = TestCampaign.Loaded(CapCampaign.With($"[{CapCampaign.Daily(1, """, "by": "source" """)}]"));
        var process = Process();
        var first = CapCounter.Of(campaign, campaign.Caps[0], At, "acme/0");
        await process.TryTakeAsync(first, ids.Next(At), [], TestContext.CancellationToken);
        for (var number = 1; number <= 10_000; number++)
        {
            Assert.IsTrue(await process.HasRoomAsync(CapCounter.Of(campaign, campaign.Caps[0], At, $"acme/{number}"), TestContext.CancellationToken));
        }

        Assert.IsFalse(await process.TryTakeAsync(first, ids.Next(At), [], TestContext.CancellationToken));
    }

    private CapCounters Process() => new(new(tables), clock, Random.Shared);

    private async Task<decimal> TakenAsync(Campaign campaign)
    {
        await foreach (var use in new CapReport(new(tables)).ReadAsync(campaign, At, TestContext.CancellationToken))
        {
            return use.Taken;
        }

        throw new AssertFailedException("The campaign has no cap.");
    }
}
