using LeadFilter.Cli.Serving;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Receipts;

[TestClass]
public sealed class ReceiptPurgeTests
{
    private readonly FakeTimeProvider clock = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly FaultyTables tables = new();

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task What_is_past_its_lifetime_is_deleted_part_by_part()
    {
        var book = new ReceiptBook(tables, clock);
        await book.TieAsync(new string('0', 64), "content", TestContext.CancellationToken);
        await book.TieAsync("002" + new string('0', 61), "content", TestContext.CancellationToken);
        clock.Advance(ReceiptBook.Lifetime);

        await RunUntilEmptyAsync(book);
    }

    [TestMethod]
    public async Task A_store_that_is_down_for_a_moment_does_not_end_it()
    {
        var book = new ReceiptBook(tables, clock);
        await book.TieAsync("002" + new string('0', 61), "content", TestContext.CancellationToken);
        clock.Advance(ReceiptBook.Lifetime);
        tables[TableNames.Receipts].Fault = call => call.Key == "000" ? throw new StoreUnavailableException("down") : default;

        await RunUntilEmptyAsync(book);
    }

    private async Task RunUntilEmptyAsync(ReceiptBook book)
    {
        using var purge = new ReceiptPurge(book, clock, NullLogger<ReceiptPurge>.Instance);
        await purge.StartAsync(TestContext.CancellationToken);
        while (tables[TableNames.Receipts].Rows.Count > 0)
        {
            Assert.IsFalse(purge.ExecuteTask!.IsCompleted, "It has ended.");
            clock.Advance(ReceiptPurge.Round / ReceiptBook.Parts);
            await Task.Yield();
        }

        await purge.StopAsync(TestContext.CancellationToken);
    }
}
