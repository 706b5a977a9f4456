using LeadFilter.Cli.Serving;
using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Upkeep;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Serving;

[TestClass]
public sealed class RetentionPumpTests : ICampaigns
{
    private readonly FakeTimeProvider clock = new(new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
    private readonly FaultyTables tables = new();

    public TestContext TestContext { get; set; } = null!;

    public IReadOnlyCollection<Campaign> All => [];

    public Campaign? Find(CampaignId id) => null;

    [TestMethod]
    public async Task What_expires_while_the_filter_runs_is_deleted()
    {
        await tables[TableNames.Receipts].TryInsertAsync(new Row("p", "r").Expire(clock.GetUtcNow().AddHours(24)), TestContext.CancellationToken);

        await RunUntilEmptyAsync();

        Assert.IsGreaterThanOrEqualTo(new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero), clock.GetUtcNow());
    }

    [TestMethod]
    public async Task A_store_that_is_down_for_a_moment_does_not_end_it()
    {
        await tables[TableNames.Receipts].TryInsertAsync(new Row("p", "r").Expire(clock.GetUtcNow()), TestContext.CancellationToken);
        var failures = 0;
        tables[TableNames.Receipts].Fault = _ => failures++ < 3 ? throw new StoreUnavailableException("down") : default;

        await RunUntilEmptyAsync();
    }

    private async Task RunUntilEmptyAsync()
    {
        var retention = new RetentionTable(new(), this);
        using var pump = new RetentionPump(new(tables, new InMemoryLeadQueue(clock), retention, new(), clock, NullLogger<RetentionSweep>.Instance), retention, new(), clock, NullLogger<RetentionPump>.Instance);
        await pump.StartAsync(TestContext.CancellationToken);
        while (tables[TableNames.Receipts].Rows.Count > 0)
        {
            Assert.IsFalse(pump.ExecuteTask!.IsCompleted, "It has ended.");
            clock.Advance(RetentionPump.Pause);
            await Task.Yield();
        }

        await pump.StopAsync(TestContext.CancellationToken);
    }
}
