using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Guarantees;

/// <summary>G4: the same lead sent again by the same vendor within 24 hours gets the first answer again.</summary>
[TestClass]
public sealed class G4ResendTests
{
    [TestMethod]
    public async Task G4_A_bought_lead_sent_again_gets_the_same_id_and_price_and_is_not_delivered_again()
    {
        var intake = new IntakeFixture();
        var first = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Clock.Advance(TimeSpan.FromHours(23));
        var again = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        Assert.AreEqual((first.Outcome, first.Lead, first.Price), (again.Outcome, again.Lead, again.Price));
        Assert.HasCount(1, intake.Enqueued);
    }

    [TestMethod]
    public async Task G4_A_rejected_lead_sent_again_gets_the_same_id_and_reasons()
    {
        var intake = new IntakeFixture();
        var first = await intake.SendAsync("acme", ("email", "nobody"));
        intake.Clock.Advance(TimeSpan.FromHours(23));
        var again = await intake.SendAsync("acme", ("email", "nobody"));
        Assert.AreEqual(Outcome.Failure, again.Outcome);
        Assert.AreEqual(first.Lead, again.Lead);
        Assert.AreEqual("uncontactable: Cannot be reached", $"{again.Reasons[0].Code}: {again.Reasons[0].Text}");
    }

    [TestMethod]
    public async Task G4_A_rejected_lead_sent_again_stands_in_the_log_once()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", ("email", "nobody"));
        await intake.SendAsync("acme", ("email", "nobody"));
        Assert.HasCount(1, await intake.LoggedAsync());
    }

    [TestMethod]
    public async Task G4_A_bought_lead_that_has_grown_too_old_since_gets_its_first_answer_all_the_same()
    {
        var intake = new IntakeFixture();
        var first = await intake.SendAsync("acme", [.. IntakeFixture.Person("ann"), ("created_at", "2026-11-22T11:59:00Z")]);
        intake.Clock.Advance(TimeSpan.FromHours(2));
        var again = await intake.SendAsync("acme", [.. IntakeFixture.Person("ann"), ("created_at", "2026-11-22T11:59:00Z")]);
        Assert.AreEqual((Outcome.Success, first.Lead), (again.Outcome, again.Lead));
    }

    [TestMethod]
    public async Task G4_After_24_hours_the_same_lead_is_a_duplicate()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Clock.Advance(TimeSpan.FromHours(24));
        var late = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        Assert.AreEqual("duplicate", late.Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task G4_The_same_lead_from_another_vendor_is_a_duplicate()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var other = await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        Assert.AreEqual("duplicate", other.Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task G4_The_same_idempotency_key_with_other_content_is_refused()
    {
        var intake = new IntakeFixture();
        await intake.TrySendAsync("acme", "order-1", IntakeFixture.Person("ann"));
        Assert.IsNull(await intake.TrySendAsync("acme", "order-1", IntakeFixture.Person("ben")));
    }

    [TestMethod]
    public async Task G4_The_same_idempotency_key_with_the_same_content_gets_the_first_answer()
    {
        var intake = new IntakeFixture();
        var first = await intake.TrySendAsync("acme", "order-1", IntakeFixture.Person("ann"));
        var again = await intake.TrySendAsync("acme", "order-1", IntakeFixture.Person("ann"));
        Assert.AreEqual(first!.Lead, again!.Lead);
    }

    [TestMethod]
    public async Task G4_Vendors_do_not_share_idempotency_keys()
    {
        var intake = new IntakeFixture();
        await intake.TrySendAsync("acme", "order-1", IntakeFixture.Person("ann"));
        var other = await intake.TrySendAsync("bright", "order-1", IntakeFixture.Person("ben"));
        Assert.AreEqual(Outcome.Success, other!.Outcome);
    }

    [TestMethod]
    public async Task G4_An_idempotency_key_is_free_again_after_24_hours()
    {
        var intake = new IntakeFixture();
        await intake.TrySendAsync("acme", "order-1", IntakeFixture.Person("ann"));
        intake.Clock.Advance(TimeSpan.FromHours(24));
        var other = await intake.TrySendAsync("acme", "order-1", IntakeFixture.Person("ben"));
        Assert.AreEqual(Outcome.Success, other!.Outcome);
    }

    // A process that dies at each of its calls in turn, before or after the call took effect, and a vendor that sends
    // again when the dead request's lease has run out: bought once, delivered once, logged once.
    [TestMethod]
    [DataRow(false, 8)]
    [DataRow(true, 3)]
    public async Task G4_A_crash_at_any_call_is_healed_by_the_vendors_resend(bool atOnce, int atLeast)
    {
        var calls = await CountCallsAsync(atOnce);
        Assert.IsGreaterThan(atLeast, calls);
        for (var crashAt = 0; crashAt < calls; crashAt++)
        {
            var intake = new IntakeFixture(TestCampaign.Json, null, atOnce);
            var seen = 0;
            Fault(intake, () => seen++ == crashAt ? throw new ProcessDiedException() : default);
            await Assert.ThrowsExactlyAsync<ProcessDiedException>(() => intake.SendAsync("acme", IntakeFixture.Person("ann")));
            Fault(intake, null);
            intake.Clock.Advance(ReceiptBook.Lease);

            var again = await intake.SendAsync("acme", IntakeFixture.Person("ann"));

            Assert.AreEqual(Outcome.Success, again.Outcome, $"crash at call {crashAt}");
            CollectionAssert.AreEqual(new[] { again.Lead.ToString() }, intake.Enqueued.ToArray(), $"crash at call {crashAt}");
            Assert.HasCount(1, await intake.LoggedAsync(), $"crash at call {crashAt}");
        }
    }

    // The same with calls that fail instead, once: the vendor is told to send again, or has its success.
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task G4_A_failure_of_any_call_loses_nothing_and_doubles_nothing(bool atOnce)
    {
        var calls = await CountCallsAsync(atOnce);
        for (var failAt = 0; failAt < calls; failAt++)
        {
            var intake = new IntakeFixture(TestCampaign.Json, null, atOnce);
            var seen = 0;
            Fault(intake, () => seen++ == failAt ? throw new StoreUnavailableException("down") : default);
            var first = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
            Assert.IsTrue(first.Outcome == Outcome.Error || (first.Outcome == Outcome.Success && intake.Enqueued.Count == 1), $"failure of call {failAt}");
            intake.Clock.Advance(ReceiptBook.Lease);

            var again = await intake.SendAsync("acme", IntakeFixture.Person("ann"));

            Assert.AreEqual(Outcome.Success, again.Outcome, $"failure of call {failAt}");
            CollectionAssert.AreEqual(new[] { again.Lead.ToString() }, intake.Enqueued.ToArray(), $"failure of call {failAt}");
            Assert.IsTrue(first.Lead is null || first.Lead == again.Lead, $"failure of call {failAt}");
        }
    }

    [TestMethod]
    public async Task G4_Requests_that_come_while_the_first_is_worked_on_wait_for_its_answer()
    {
        var intake = new IntakeFixture();
        var acknowledged = new TaskCompletionSource();
        intake.Queue.Fault = async call =>
        {
            if (call.TookEffect)
            {
                await acknowledged.Task;
            }
        };
        var first = intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var second = intake.SendAsync("acme", IntakeFixture.Person("ann"));
        Assert.IsFalse(second.IsCompleted);
        acknowledged.SetResult();
        var answer = await first;
        intake.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(answer.Lead, (await second).Lead);
    }

    [TestMethod]
    public async Task G4_A_request_that_waits_too_long_for_another_is_told_to_send_again()
    {
        var intake = new IntakeFixture();
        intake.Queue.Fault = async _ => await new TaskCompletionSource().Task;
        _ = intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var second = intake.SendAsync("acme", IntakeFixture.Person("ann"));
        while (!second.IsCompleted)
        {
            intake.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.AreEqual(Outcome.Error, (await second).Outcome);
    }

    private static async Task<int> CountCallsAsync(bool atOnce)
    {
        var intake = new IntakeFixture(TestCampaign.Json, null, atOnce);
        var calls = 0;
        Fault(intake, () =>
        {
            calls++;
            return default;
        });
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        return calls;
    }

    private static void Fault(IntakeFixture intake, Func<ValueTask>? step)
    {
        intake.Tables.Fault = step is null ? null : _ => step();
        intake.Queue.Fault = intake.Tables.Fault;
    }

    private sealed class ProcessDiedException : Exception;
}
