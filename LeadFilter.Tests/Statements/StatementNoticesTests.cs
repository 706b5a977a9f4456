using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Statements;
using LeadFilter.Tests.Returns;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Statements;

/// <summary>Vendors are told that a statement is ready.</summary>
[TestClass]
public sealed class StatementNoticesTests
{
    private static readonly DateTimeOffset Bought = new(2026, 11, 2, 15, 30, 0, TimeSpan.Zero);

    // Of New York.
    private static readonly DateTimeOffset EndOfMonth = new(2026, 12, 1, 5, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Bought);
    private readonly InMemoryTables tables = new();

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task A_month_is_told_once_six_hours_after_its_end()
    {
        var desk = new ReturnDesk(tables, time, "");
        await desk.BuyAsync(Bought);
        await desk.BuyAsync(Bought.AddDays(1), 1);
        var notices = On(desk, tables);

        time.SetUtcNow(EndOfMonth.AddHours(6).AddTicks(-1));
        Assert.AreEqual(0, await notices.RunAsync(TestContext.CancellationToken));
        time.SetUtcNow(EndOfMonth.AddHours(6));
        Assert.AreEqual(1, await notices.RunAsync(TestContext.CancellationToken));
        time.Advance(TimeSpan.FromDays(3));
        Assert.AreEqual(0, await On(desk, tables).RunAsync(TestContext.CancellationToken));

        var told = desk.Told.Single();
        Assert.Contains("\"month\":\"2026-11\"", told, StringComparison.Ordinal);
        Assert.Contains("""by_decision":{"bought":25.0,"returned":0,"credited":0,"owed":25.0}""", told, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_vendor_that_sold_nothing_is_told_nothing()
    {
        var desk = new ReturnDesk(tables, time, "");
        time.SetUtcNow(EndOfMonth.AddHours(7));

        Assert.AreEqual(0, await On(desk, tables).RunAsync(TestContext.CancellationToken));
        Assert.IsEmpty(desk.Told);
    }

    private StatementNotices On(ReturnDesk desk, ITables kept) =>
        new(desk, new(new DecisionLog(kept), desk.Book, time), desk.Notices, kept, time);
}
