using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Pipeline.Statements;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Statements;

/// <summary>G12 over made-up books of half a year: every statement equals a plain recount.</summary>
[TestClass]
public sealed class StatementPropertyTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Months = [.. Enumerable.Range(5, 10).Select(month => month <= 12 ? $"2026-{month:D2}" : $"2027-{month - 12:D2}")];
    private static readonly string[] Zones = ["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"];

    [TestMethod]
    public void G12_Every_statement_equals_a_plain_recount() => Prop.ForAll(Books(), static book =>
    {
        foreach (var month in Months)
        {
            var statement = book.Statement(month);
            bool IsIn(DateTimeOffset? at) => at is { } moment && $"{TimeZoneInfo.ConvertTime(moment, book.Zone):yyyy-MM}" == month;
            var bought = book.Records.Where(record => IsIn(record.ReceivedAt)).ToList();
            var returned = book.Returns.Where(one => bought.Exists(record => record.Lead == one.Lead)).ToList();
            AssertTotals(statement.ByPurchase, bought.Sum(record => record.Price.Amount), returned, returned.Where(one => one.CreditedAt is not null));
            AssertTotals(
                statement.ByDecision,
                bought.Sum(record => record.Price.Amount),
                book.Returns.Where(one => IsIn(one.RequestedAt)),
                book.Returns.Where(one => IsIn(one.CreditedAt)));
        }
    }).Check(PropertyCases.Of(60));

    [TestMethod]
    public void G12_All_months_together_owe_the_same_whichever_way_they_are_counted() => Prop.ForAll(Books(), static book =>
    {
        var statements = Months.Select(book.Statement).ToList();
        Assert.AreEqual(statements.Sum(one => one.ByPurchase.Owed), statements.Sum(one => one.ByDecision.Owed));
    }).Check(PropertyCases.Of(60));

    [TestMethod]
    public void G12_The_lines_of_a_statement_add_up_to_its_sums() => Prop.ForAll(Books(), static book =>
    {
        foreach (var statement in Months.Select(book.Statement))
        {
            Assert.AreEqual(
                statement.ByPurchase.Owed, statement.Lines.Sum(line => line.Price.Amount - (line.Return?.Credit.Amount ?? 0)));
            var credits = statement.Lines.Concat(statement.EarlierLines)
                .Where(line => line.Return?.CreditedAt is { } at && at >= statement.Period.Start && at < statement.Period.End)
                .Sum(line => line.Return!.Credit.Amount);
            Assert.AreEqual(statement.ByDecision.Credited.Amount, credits);
        }
    }).Check(PropertyCases.Of(60));

    private static void AssertTotals(
        StatementTotals totals, decimal bought, IEnumerable<ReturnedLead> returned, IEnumerable<ReturnedLead> credited)
    {
        Assert.AreEqual(bought, totals.Bought.Amount);
        Assert.AreEqual((returned.Count(), returned.Sum(one => one.Price.Amount)), (totals.Returned.Leads, totals.Returned.Amount));
        Assert.AreEqual((credited.Count(), credited.Sum(one => one.Price.Amount)), (totals.Credited.Leads, totals.Credited.Amount));
        Assert.AreEqual(bought - credited.Sum(one => one.Price.Amount), totals.Owed);
    }

    private static Arbitrary<Book> Books() => Arb.From(
        from zone in Gen.Elements(Zones)
        from leads in Gen.ArrayOf(
            from minutes in Gen.Choose(0, 180 * 24 * 60)
            from price in Gen.Choose(0, 5_000_000)
            from fate in Gen.Choose(0, 5)
            from asked in Gen.Choose(0, 40 * 24 * 60)
            from decided in Gen.Choose(0, 40 * 24 * 60)
            select (minutes, price, fate, asked, decided))
        select Write(zone, leads));

    private static Book Write(string zone, (int Minutes, int Price, int Fate, int Asked, int Decided)[] leads)
    {
        var book = new Book(zone);
        foreach (var (minutes, price, fate, asked, decided) in leads)
        {
            var record = book.Buy(Start.AddMinutes(minutes), price / 10_000m);
            var requested = record.ReceivedAt.AddMinutes(asked);
            if (fate < 4)
            {
                book.Return(record, requested, fate < 2 ? requested.AddMinutes(decided) : null, fate == 2);
            }
        }

        return book;
    }
}
