using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Duplicates;

/// <summary>Leads that were bought before the filter was.</summary>
[TestClass]
public sealed class PastPurchasesTests
{
    private readonly IntakeFixture intake = new();

    [TestMethod]
    public async Task A_person_bought_in_the_past_is_a_duplicate_until_the_window_from_then_ends()
    {
        var tally = await KeepAsync(Bought("ann", daysAgo: 80));
        var known = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Clock.Advance(TimeSpan.FromDays(10));
        var free = await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        Assert.AreEqual((1L, Outcome.Failure, Outcome.Success), (tally.Added, known.Outcome, free.Outcome));
    }

    [TestMethod]
    public async Task Keeping_again_changes_nothing()
    {
        PastPurchase[] purchases = [Bought("ann", 10), Bought("ben", 20), Bought("old", 90)];
        await KeepAsync(purchases);
        var rows = intake.Tables[TableNames.Claims].Rows.Select(row => row.ETag).ToList();
        var again = await KeepAsync(purchases);
        Assert.AreEqual((0L, 2L, 1L), (again.Added, again.AlreadyThere, again.TooOld));
        CollectionAssert.AreEqual(rows, intake.Tables[TableNames.Claims].Rows.Select(row => row.ETag).ToList());
    }

    [TestMethod]
    public async Task Of_two_purchases_of_a_person_the_later_one_stands_in_whatever_order_they_come()
    {
        await KeepAsync(Bought("ann", 80));
        await KeepAsync(Bought("ann", 10));
        await KeepAsync(Bought("ann", 80));
        intake.Clock.Advance(TimeSpan.FromDays(79));
        Assert.AreEqual(Outcome.Failure, (await intake.SendAsync("acme", IntakeFixture.Person("ann"))).Outcome);
    }

    [TestMethod]
    public async Task A_purchase_of_this_filter_is_not_replaced_by_one_of_the_past()
    {
        var bought = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var tally = await KeepAsync(Bought("ann", 10));
        Assert.AreEqual(1L, tally.AlreadyThere);
        Assert.AreEqual(bought.Lead.ToString(), intake.Tables[TableNames.Claims].Rows.Single().Text("Lead"));
    }

    [TestMethod]
    public async Task A_purchase_of_nobody_or_of_the_future_is_named_by_its_line()
    {
        var tally = await KeepAsync(Bought("ann", -3), Bought("at home@", 1));
        Assert.AreEqual(
            "7: the date lies ahead; 7: nothing valid by which the campaign recognizes a person",
            string.Join("; ", tally.Invalid.Select(one => $"{one.Line}: {one.Why}").OrderDescending(StringComparer.Ordinal)));
    }

    private PastPurchase Bought(string person, int daysAgo)
    {
        var draft = new LeadDraft(intake.Campaign.Layout);
        draft.Add("email", $"{person}@example.com");
        return new(7, null, null, draft.ToLead(intake.Clock.GetUtcNow().AddDays(-daysAgo)));
    }

    private Task<PastTally> KeepAsync(params PastPurchase[] purchases) =>
        new PastPurchases(intake.Claims, intake.Persons, intake.Clock).KeepAsync(intake.Campaign, purchases, CancellationToken.None);
}
