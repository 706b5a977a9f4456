using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Purchases;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Capacity;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Purchases;

/// <summary>A reservation tells what it found; only whoever asked changes the purchase by it.</summary>
[TestClass]
public sealed class ReservationTests
{
    [TestMethod]
    public async Task A_duplicate_is_told_and_the_purchase_stays_as_it_is()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var purchase = PurchaseOf(intake, "newcomer", "ann");

        var persons = new ReservablePersons(intake.Claims, intake.Persons, new LeadMetrics(intake.Meters));

        await AssertToldAsync(purchase, persons, "duplicate");
    }

    [TestMethod]
    public async Task A_full_cap_is_told_and_the_purchase_stays_as_it_is()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{CapCampaign.Daily(1)}]"));
        await intake.SendAsync("acme", ("email", "ann@example.com"));
        var purchase = PurchaseOf(intake, "stranger", "ben");

        var places = new ReservablePlaces(new CapCounters(intake.Places, intake.Clock, new Random(1)), new(new byte[32]), new LeadMetrics(intake.Meters));

        await AssertToldAsync(purchase, places, "cap_reached");
    }

    [TestMethod]
    public async Task The_purchase_takes_up_what_it_is_told()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var purchase = PurchaseOf(intake, "acme", "ann");
        var persons = new ReservablePersons(intake.Claims, intake.Persons, new LeadMetrics(intake.Meters));

        purchase.TakeUp(await persons.For(purchase).TakeAsync(CancellationToken.None));

        Assert.IsFalse(purchase.Record.IsAccepted);
        Assert.AreEqual(0m, purchase.Record.Price.Amount);
    }

    private static async Task AssertToldAsync(Purchase purchase, IReservable scarce, string category)
    {
        var before = purchase.Record;
        var reservation = scarce.For(purchase);

        var looked = await reservation.LookAsync(CancellationToken.None);
        var taken = await reservation.TakeAsync(CancellationToken.None);

        Assert.AreEqual(category, looked.Findings.Single().Ground.Reason.ToString());
        Assert.AreEqual(category, taken.Findings.Single().Ground.Reason.ToString());
        Assert.AreSame(before, purchase.Record);
    }

    private static Purchase PurchaseOf(IntakeFixture intake, string vendor, string person)
    {
        var now = intake.Clock.GetUtcNow();
        var id = TestCampaign.Id(vendor);
        Assert.IsTrue(intake.Campaign.TryFindPolicy(id, now, out var policy));
        var draft = new LeadDraft(intake.Campaign.Layout);
        draft.Add("email", $"{person}@example.com");
        var lead = draft.ToLead(now);
        var record = DecisionRecord.Of(
            LeadId.Create(now, [9, 9, 9, 9, 9, 9, 9, 9, 9, 9]), intake.Campaign, id, lead, isTest: false, policy.Screen(lead));
        return new(intake.Campaign, policy, record, lead);
    }
}
