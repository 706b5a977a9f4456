using LeadFilter.Pipeline.Statements;

namespace LeadFilter.Tests.Statements;

/// <summary>G12: money adds up.</summary>
[TestClass]
public sealed class StatementTests
{
    [TestMethod]
    public void G12_What_was_bought_less_what_was_credited_is_owed()
    {
        var book = new Book();
        var (first, second, third) = (book.Buy("2026-11-03T12:00Z", 12.5m), book.Buy("2026-11-04T12:00Z", 9.99m), book.Buy("2026-11-05T12:00Z", 7.25m));
        book.Return(first, "2026-11-10T12:00Z", credited: "2026-11-11T12:00Z");
        book.Return(second, "2026-11-10T12:00Z", isOpen: true);

        var statement = book.Statement("2026-11");

        Assert.AreEqual(
            new StatementTotals { Bought = new(3, 29.74m), Returned = new(2, 22.49m), Open = new(1, 9.99m), Credited = new(1, 12.5m) }, statement.ByPurchase);
        Assert.AreEqual(statement.ByPurchase, statement.ByDecision);
        Assert.AreEqual(17.24m, statement.ByPurchase.Owed);
        CollectionAssert.AreEqual(new[] { first.Lead, second.Lead, third.Lead }, statement.Lines.Select(line => line.Lead).ToList());
    }

    [TestMethod]
    public void G12_A_credit_counts_in_the_month_of_purchase_one_way_and_in_the_month_of_the_decision_the_other_way()
    {
        var book = new Book();
        var lead = book.Buy("2026-11-28T12:00Z", 20m);
        book.Buy("2026-12-02T12:00Z", 15m);
        book.Return(lead, "2026-11-30T12:00Z", credited: "2026-12-03T12:00Z");

        var (november, december) = (book.Statement("2026-11"), book.Statement("2026-12"));

        Assert.AreEqual((0m, 20m), (november.ByPurchase.Owed, november.ByDecision.Owed));
        Assert.AreEqual((15m, -5m), (december.ByPurchase.Owed, december.ByDecision.Owed));
        Assert.AreEqual(lead.Lead, december.EarlierLines.Single().Lead);
        Assert.IsEmpty(november.EarlierLines);
    }

    [TestMethod]
    public void A_return_counts_as_asked_for_in_its_month_and_as_credited_in_that_of_the_decision()
    {
        var book = new Book();
        book.Return(book.Buy("2026-10-28T12:00Z", 20m), "2026-11-01T12:00Z", credited: "2026-12-01T12:00Z");

        Assert.AreEqual((1, 0), (book.Statement("2026-11").ByDecision.Returned.Leads, book.Statement("2026-11").ByDecision.Credited.Leads));
        Assert.AreEqual((0, 1), (book.Statement("2026-12").ByDecision.Returned.Leads, book.Statement("2026-12").ByDecision.Credited.Leads));
    }

    [TestMethod]
    public void The_month_is_that_of_the_campaign_s_clock()
    {
        var book = new Book("America/New_York");
        book.Buy("2026-11-01T03:59:59Z", 1m);
        book.Buy("2026-11-01T04:00:00Z", 2m);
        book.Buy("2026-12-01T04:59:59Z", 4m);
        book.Buy("2026-12-01T05:00:00Z", 8m);

        Assert.AreEqual(6m, book.Statement("2026-11").ByPurchase.Owed);
    }

    [TestMethod]
    public void Rejected_leads_tests_and_what_others_sold_cost_nothing()
    {
        var book = new Book();
        book.Records.Add(book.Buy("2026-11-03T12:00Z", 5m) with { Lead = book.NewId("2026-11-03T13:00Z"), IsAccepted = false });
        book.Records.Add(book.Records[0] with { Lead = book.NewId("2026-11-03T14:00Z"), IsTest = true });
        book.Records.Add(book.Records[0] with { Lead = book.NewId("2026-11-03T15:00Z"), Vendor = Book.VendorOf("bright") });
        book.Records.Add(book.Records[0] with { Lead = book.NewId("2026-11-03T16:00Z"), Campaign = Book.CampaignOf("loans") });

        Assert.AreEqual(new StatementCount(1, 5m), book.Statement("2026-11").ByPurchase.Bought);
    }

    [TestMethod]
    public void A_denied_return_costs_the_vendor_nothing()
    {
        var book = new Book();
        book.Return(book.Buy("2026-11-03T12:00Z", 5m), "2026-11-04T12:00Z");

        Assert.AreEqual(
            new StatementTotals { Bought = new(1, 5m), Returned = new(1, 5m) }, book.Statement("2026-11").ByPurchase);
    }

    [TestMethod]
    public void A_month_in_which_nothing_happened_is_empty()
    {
        var statement = new Book().Statement("2026-11");
        Assert.AreEqual((new StatementTotals(), 0, 0m), (statement.ByPurchase, statement.Lines.Count, statement.ByDecision.Owed));
    }

    /// <summary>A lead that is no longer in the log is still credited, and its line has what the return knows of it.</summary>
    [TestMethod]
    public void A_credit_for_a_lead_that_is_no_longer_in_the_log_counts_by_month_of_decision()
    {
        var book = new Book();
        book.Return(book.Buy("2026-10-03T12:00Z", 5m), "2026-11-04T12:00Z", credited: "2026-11-05T12:00Z");
        book.Records.Clear();

        var statement = book.Statement("2026-11");
        Assert.AreEqual((-5m, 5m), (statement.ByDecision.Owed, statement.EarlierLines.Single().Price.Amount));
    }
}
