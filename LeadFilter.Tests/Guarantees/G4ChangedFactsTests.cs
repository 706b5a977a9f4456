using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Intake;
using LeadFilter.Tests.Suppression;

namespace LeadFilter.Tests.Guarantees;

/// <summary>G4 where a request dies or is in doubt, and by the vendor's resend its person has come onto a suppression list.</summary>
[TestClass]
public sealed class G4ChangedFactsTests
{
    private static readonly TimeSpan Later = ReceiptBook.Lease + TimeSpan.FromSeconds(10);

    private readonly IntakeFixture intake = new(SuppressedCampaign.Json);

    [TestMethod]
    public async Task G4_A_lead_that_may_be_in_the_queue_is_bought_whatever_is_looked_up_since()
    {
        intake.Queue.Fault = call => call.TookEffect ? throw new StoreUnavailableException("timeout") : default;
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        await SuppressAsync();

        var again = await intake.SendAsync("acme", IntakeFixture.Person("ann"));

        Assert.AreEqual((Outcome.Success, 15m), (again.Outcome, again.Price.Amount));
        CollectionAssert.AreEqual(new[] { again.Lead.ToString() }, intake.Enqueued.ToArray());
    }

    [TestMethod]
    public async Task G4_A_lead_that_was_never_sent_is_judged_by_what_is_looked_up_now_and_gives_back_what_it_holds()
    {
        intake.Tables.Fault = call => call is { Port: TableNames.Claims, TookEffect: true } ? throw new CrashException() : default;
        await Assert.ThrowsExactlyAsync<CrashException>(() => SendAsync("acme"));
        await SuppressAsync();

        var again = await SendAsync("acme");

        Assert.AreEqual("existing_customer", again.Reasons.Single().Code.ToString());
        Assert.IsEmpty(intake.Tables[TableNames.Claims].Rows);

        Task<Answer> SendAsync(string vendor) => intake.SendAsync(vendor, ("email", "ann@example.com"), ("phone_1", "4152341234"));
    }

    private async Task SuppressAsync()
    {
        intake.Queue.Fault = intake.Tables.Fault = null;
        await intake.Suppressions.AddAsync(
            SuppressedCampaign.Batch("customers", SuppressionKind.Email, "ann@example.com"), CancellationToken.None);
        intake.Clock.Advance(Later);
    }
}
