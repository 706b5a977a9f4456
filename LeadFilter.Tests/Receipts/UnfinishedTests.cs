using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Tests.Campaigns;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Receipts;

/// <summary>What may be done together with others does by itself what was not done.</summary>
[TestClass]
public sealed class UnfinishedTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Content = new('a', 64);

    private readonly InMemoryTables tables = new();
    private readonly ReceiptBook book;

    public UnfinishedTests() => book = new(tables, new FakeTimeProvider(Now));

    [TestMethod]
    public async Task A_submission_enters_itself()
    {
        var receipt = await book.Submit(Content, Record, final: true).FinishAsync(CancellationToken.None);

        Assert.IsTrue(receipt is { IsMine: true, IsFinal: true });
        Assert.HasCount(1, tables[TableNames.Receipts].Rows);
    }

    [TestMethod]
    public async Task A_settling_settles_by_itself()
    {
        var receipt = await book.Submit(Content, Record, final: false).FinishAsync(CancellationToken.None);

        await book.Settle(receipt, Record).FinishAsync(CancellationToken.None);

        Assert.IsTrue((await book.Submit(Content, Record, final: false).FinishAsync(CancellationToken.None)).IsMine);
        Assert.IsFalse(tables[TableNames.Receipts].Rows.Single().TryGet<DateTimeOffset>("LeaseUntil", out _));
    }

    [TestMethod]
    public async Task A_settling_that_was_made_writes_nothing_more()
    {
        var queue = new InMemoryLeadQueue(TimeProvider.System);
        var receipt = await book.Submit(Content, Record, final: false).FinishAsync(CancellationToken.None);
        var settling = book.Settle(receipt, Record);
        await new ChangesInTurn(tables, queue).MakeAsync([settling.Change], CancellationToken.None);
        var tag = tables[TableNames.Receipts].Rows.Single().ETag;

        await settling.FinishAsync(CancellationToken.None);

        Assert.AreEqual(tag, tables[TableNames.Receipts].Rows.Single().ETag);
    }

    [TestMethod]
    public async Task A_decision_is_kept_by_itself()
    {
        var log = new DecisionLog(tables);
        var journal = new DecisionJournal(log, new InMemoryLeadQueue(TimeProvider.System), NullLogger<DecisionJournal>.Instance);

        await journal.Keep(Record).FinishAsync(CancellationToken.None);

        var records = await log.ReadAsync(Record.Campaign, null, null, null, null, CancellationToken.None).ToListAsync();
        Assert.AreEqual(Record.Lead, records.Single().Lead);
    }

    private static DecisionRecord Record { get; } = new()
    {
        Lead = LeadId.Create(Now, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        Campaign = TestCampaign.Loaded().Id,
        CampaignVersion = "1",
        Vendor = TestCampaign.Id("acme"),
        ReceivedAt = Now,
        IsAccepted = true,
    };
}
