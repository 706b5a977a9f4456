using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Pipeline.Resends;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Clocks;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Receipts;

[TestClass]
public sealed class ReceiptBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    // A client of Table Storage repeats a call that got no answer, and is then told that the row is there: its own.
    [TestMethod]
    public async Task An_insert_that_took_effect_but_seems_to_have_lost_is_recognized_as_mine()
    {
        var tables = new Forgetful();
        var book = new ReceiptBook(tables, new FakeTimeProvider(Now));
        var receipt = await book.EnterAsync(tables, new string('a', 64), Record(1), final: false, CancellationToken.None);
        Assert.IsTrue(receipt is { IsMine: true, IsFinal: false });
        Assert.IsTrue((await book.Settle(receipt, Record(1)).FinishAsync(CancellationToken.None)).IsAccepted);
    }

    [TestMethod]
    public async Task An_expired_receipt_gives_way()
    {
        var clock = new FakeTimeProvider(Now);
        var tables = new FaultyTables();
        var book = new ReceiptBook(tables, clock);
        await book.EnterAsync(tables, new string('a', 64), Record(1), final: true, CancellationToken.None);
        clock.Advance(ResendWindow.Length);
        var second = await book.EnterAsync(tables, new string('a', 64), Record(2), final: true, CancellationToken.None);
        Assert.AreEqual(Record(2).Lead, second.Record.Lead);
    }

    [TestMethod]
    public async Task A_final_receipt_is_told_to_whoever_comes_later()
    {
        var tables = new FaultyTables();
        var book = new ReceiptBook(tables, new FakeTimeProvider(Now));
        await book.EnterAsync(tables, new string('a', 64), Record(1), final: true, CancellationToken.None);
        var second = await book.EnterAsync(tables, new string('a', 64), Record(2), final: false, CancellationToken.None);
        Assert.IsTrue(second is { IsMine: false, IsFinal: true });
        Assert.AreEqual(Record(1).Lead, second.Record.Lead);
    }

    // Else the vendor's resend would be told to wait until the clock is again where it was.
    [TestMethod]
    public async Task A_lease_that_ends_later_than_any_lease_was_taken_before_the_clock_was_set_back()
    {
        var clock = new JumpingClock(new FakeTimeProvider(Now));
        var tables = new FaultyTables();
        var book = new ReceiptBook(tables, clock);
        await book.EnterAsync(tables, new string('a', 64), Record(1), final: false, CancellationToken.None);
        clock.Jump(TimeSpan.FromHours(-1));
        var second = await book.EnterAsync(tables, new string('a', 64), Record(2), final: false, CancellationToken.None);
        Assert.IsTrue(second is { IsMine: true, IsFinal: false });
        Assert.AreEqual(Record(1).Lead, second.Record.Lead);
    }

    [TestMethod]
    public async Task A_lease_of_an_instance_whose_clock_is_ahead_holds()
    {
        var tables = new FaultyTables();
        var time = new FakeTimeProvider(Now);
        var ahead = new JumpingClock(time);
        ahead.Jump(ReceiptBook.Lease);
        await new ReceiptBook(tables, ahead).EnterAsync(tables, new string('a', 64), Record(1), final: false, CancellationToken.None);
        var second = new ReceiptBook(tables, time).EnterAsync(tables, new string('a', 64), Record(2), final: false, CancellationToken.None);
        Assert.IsFalse(second.IsCompleted);
        await AssertGivesUpAsync(second, time);
    }

    [TestMethod]
    public async Task Whoever_waits_for_another_request_waits_no_longer_because_the_clock_is_set_back()
    {
        var time = new FakeTimeProvider(Now);
        var clock = new JumpingClock(time);
        var tables = new FaultyTables();
        var book = new ReceiptBook(tables, clock);
        await book.EnterAsync(tables, new string('a', 64), Record(1), final: false, CancellationToken.None);
        var second = book.EnterAsync(tables, new string('a', 64), Record(2), final: false, CancellationToken.None);
        clock.Jump(-ReceiptBook.Lease);
        await AssertGivesUpAsync(second, time);
    }

    [TestMethod]
    public async Task Whoever_settles_after_the_lease_was_lost_learns_what_the_other_settled()
    {
        var time = new FakeTimeProvider(Now);
        var tables = new FaultyTables();
        var book = new ReceiptBook(tables, time);
        var slow = await book.EnterAsync(tables, new string('a', 64), Record(1), final: false, CancellationToken.None);
        time.Advance(ReceiptBook.Lease);
        var quick = await book.EnterAsync(tables, new string('a', 64), Record(1), final: false, CancellationToken.None);
        await book.Settle(quick, Record(2)).FinishAsync(CancellationToken.None);

        Assert.AreEqual(Record(2).Lead, (await book.Settle(slow, Record(1)).FinishAsync(CancellationToken.None)).Lead);
    }

    private static async Task AssertGivesUpAsync(Task waiting, FakeTimeProvider time)
    {
        for (var passed = TimeSpan.Zero; !waiting.IsCompleted && passed < ReceiptBook.Patience * 2; passed += TimeSpan.FromSeconds(1))
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => waiting);
        Assert.IsLessThanOrEqualTo(ReceiptBook.Patience * 2, time.GetUtcNow() - Now);
    }

    private static DecisionRecord Record(byte number) => new()
    {
        Lead = LeadId.Create(Now, [number, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        Campaign = TestCampaign.Loaded().Id,
        CampaignVersion = "1",
        Vendor = TestCampaign.Id("acme"),
        ReceivedAt = Now,
        IsAccepted = true,
    };

    /// <summary>Inserts, and says that somebody else did.</summary>
    private sealed class Forgetful : ITables, ITable
    {
        private readonly FaultyTable table = new("Receipts", new());

        public ITable this[string name] => this;

        public async ValueTask<bool> TryInsertAsync(Row row, CancellationToken cancellation)
        {
            await table.TryInsertAsync(row, cancellation);
            return false;
        }

        public ValueTask<Row?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellation) =>
            table.FindAsync(partitionKey, rowKey, cancellation);

        public ValueTask<bool> TryReplaceAsync(Row row, CancellationToken cancellation) => table.TryReplaceAsync(row, cancellation);

        public ValueTask<bool> TryDeleteAsync(Row row, CancellationToken cancellation) => table.TryDeleteAsync(row, cancellation);

        public IAsyncEnumerable<Row> QueryAsync(string partitionKey, string from, string? to, CancellationToken cancellation) =>
            table.QueryAsync(partitionKey, from, to, cancellation);

        public IAsyncEnumerable<Row> ScanAsync(string afterPartition, string afterRow, CancellationToken cancellation) =>
            table.ScanAsync(afterPartition, afterRow, cancellation);
    }
}
