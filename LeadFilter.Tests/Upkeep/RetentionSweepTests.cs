using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Upkeep;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Upkeep;

[TestClass]
public sealed class RetentionSweepTests : ICampaigns
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private readonly FaultyTables tables = new();
    private readonly FakeTimeProvider clock = new(Now);
    private readonly InMemoryLeadQueue queue;

    public RetentionSweepTests() => queue = new(clock);

    public TestContext TestContext { get; set; } = null!;

    public IReadOnlyCollection<Campaign> All => [];

    public Campaign? Find(CampaignId id) => null;

    [TestMethod]
    public async Task What_is_past_its_retention_is_deleted_and_nothing_else()
    {
        await InsertAsync("a", Now);
        await InsertAsync("b", Now.AddTicks(1));
        await InsertAsync("c", Now.AddDays(-1));

        Assert.AreEqual(2, await Sweep().RunAsync(Long, TestContext.CancellationToken));

        Assert.AreEqual("b", Keys());
    }

    [TestMethod]
    public async Task Every_table_is_swept()
    {
        var past = Now.AddYears(-10);
        await tables[TableNames.Claims].TryInsertAsync(new Row("p", "r").Set("At", past).Expire(past), TestContext.CancellationToken);
        await tables[TableNames.Ledger].TryInsertAsync(new Row("p", "r").Set("DeliveredAt", past), TestContext.CancellationToken);
        await tables[TableNames.Decisions].TryInsertAsync(new Row("solar|acme|2016113012", "r"), TestContext.CancellationToken);
        await tables[TableNames.Suppressions].TryInsertAsync(new Row("p", "r").Set("Lists", "dnc=1400000000"), TestContext.CancellationToken);
        await tables[TableNames.Caps].TryInsertAsync(new Row("p", "r").Expire(past), TestContext.CancellationToken);
        await InsertAsync("r", past);

        Assert.AreEqual(6, await Sweep().RunAsync(Long, TestContext.CancellationToken));

        Assert.AreEqual(0, TableNames.All.Sum(name => tables[name].Rows.Count));
    }

    [TestMethod]
    public async Task A_table_that_takes_all_of_the_time_does_not_keep_the_others_from_being_swept()
    {
        var past = Now.AddYears(-10);
        await InsertAsync("r", past);
        await tables[TableNames.Caps].TryInsertAsync(new Row("p", "r").Expire(past), TestContext.CancellationToken);
        await tables[TableNames.Decisions].TryInsertAsync(new Row("solar|acme|2016113012", "r"), TestContext.CancellationToken);
        foreach (var name in TableNames.All)
        {
            tables[name].Fault = call =>
            {
                clock.Advance(call is { Operation: nameof(ITable.ScanAsync), TookEffect: false } ? Long : TimeSpan.Zero);
                return default;
            };
        }

        var sweeps = new RetentionTable(new(), this).Rules.Count;
        for (var number = 0; number < sweeps; number++)
        {
            await Sweep().RunAsync(Long, TestContext.CancellationToken);
            clock.Advance(TimeSpan.FromHours(1) - Long);
        }

        Assert.AreEqual(0, TableNames.All.Where(static name => name != TableNames.Upkeep).Sum(name => tables[name].Rows.Count));
    }

    [TestMethod]
    public async Task A_row_that_is_renewed_while_it_is_swept_stays()
    {
        await InsertAsync("a", Now);
        tables[TableNames.Receipts].Fault = async call =>
        {
            if (call is { Operation: nameof(ITable.TryDeleteAsync), TookEffect: false })
            {
                tables[TableNames.Receipts].Fault = null;
                var row = await tables[TableNames.Receipts].FindAsync("p", "a", TestContext.CancellationToken);
                await tables[TableNames.Receipts].TryReplaceAsync(row!.Expire(Now.AddDays(1)), TestContext.CancellationToken);
            }
        };

        Assert.AreEqual(0, await Sweep().RunAsync(Long, TestContext.CancellationToken));

        Assert.AreEqual("a", Keys());
    }

    [TestMethod]
    public async Task A_sweep_that_ran_out_of_time_is_taken_up_where_it_stopped_by_another_process()
    {
        for (var number = 0; number < RetentionSweep.StepRows; number++)
        {
            await InsertAsync($"a{number:d4}", Now.AddDays(1));
        }

        await InsertAsync("b", Now);
        var receipts = new RetentionTable(new(), this).Rules.Single(rule => rule.Table == TableNames.Receipts);

        Assert.AreEqual((true, 0), await Sweep().StepAsync(receipts, TestContext.CancellationToken));
        Assert.AreEqual((false, 1), await Sweep().StepAsync(receipts, TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task After_the_end_of_a_table_comes_its_start()
    {
        for (var number = 0; number < RetentionSweep.StepRows; number++)
        {
            await InsertAsync($"b{number:d4}", Now.AddDays(1));
        }

        await Sweep().RunAsync(Long, TestContext.CancellationToken);
        await InsertAsync("a", Now);

        Assert.AreEqual(1, await Sweep().RunAsync(Long, TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task No_more_is_begun_once_the_time_is_up()
    {
        await InsertAsync("a", Now);
        tables[TableNames.Receipts].Fault = call =>
        {
            clock.Advance(Long);
            return default;
        };

        tables[TableNames.Caps].Fault = _ => throw new StoreUnavailableException("It was begun.");

        Assert.AreEqual(1, await Sweep().RunAsync(Long, TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task A_table_that_is_down_is_told()
    {
        tables[TableNames.Receipts].Fault = _ => throw new StoreUnavailableException("down");

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => Sweep().RunAsync(Long, TestContext.CancellationToken));
    }

    [TestMethod]
    [DataRow(QueueNames.Leads)]
    [DataRow(QueueNames.Records)]
    public async Task Dead_letters_are_deleted_when_they_are_as_old_as_they_are_kept(string name)
    {
        await BuryAsync(name, "old");
        clock.Advance(TimeSpan.FromDays(1));
        await BuryAsync(name, "young");
        await queue.SendAsync(new() { Queue = name, MessageId = "living", Subject = "lead", Body = default }, TestContext.CancellationToken);

        clock.Advance(TimeSpan.FromDays(29) - TimeSpan.FromSeconds(1));
        Assert.AreEqual(0, await Sweep().RunAsync(Long, TestContext.CancellationToken));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(1, await Sweep().RunAsync(Long, TestContext.CancellationToken));

        Assert.AreEqual("young", (await queue.ListAsync(name, TestContext.CancellationToken).SingleAsync(TestContext.CancellationToken)).MessageId);
        Assert.AreEqual("living", queue.Messages.Single().MessageId);
    }

    private async Task BuryAsync(string name, string id)
    {
        await queue.SendAsync(new() { Queue = name, MessageId = id, Subject = "lead", Body = default }, TestContext.CancellationToken);
        Assert.IsTrue(queue.DeadLetter(queue.Receive(name, 1, TimeSpan.FromMinutes(1)).Single(), "crm_refused", "The CRM answered 400."));
    }

    private RetentionSweep Sweep() => new(tables, queue, new(new(), this), new(), clock, NullLogger<RetentionSweep>.Instance);

    private async Task InsertAsync(string key, DateTimeOffset end) =>
        Assert.IsTrue(await tables[TableNames.Receipts].TryInsertAsync(new Row("p", key).Expire(end), TestContext.CancellationToken));

    private string Keys() => string.Join(' ', tables[TableNames.Receipts].Rows.Select(static row => row.RowKey));
}
