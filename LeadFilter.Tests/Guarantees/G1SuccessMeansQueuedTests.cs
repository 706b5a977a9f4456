using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Guarantees;

/// <summary>G1: success is answered only after the queue has acknowledged the lead.</summary>
[TestClass]
public sealed class G1SuccessMeansQueuedTests
{
    [TestMethod]
    public async Task G1_The_answer_waits_for_the_queue()
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

        var answering = intake.SendAsync("acme", IntakeFixture.Person("ann"));

        Assert.IsFalse(answering.IsCompleted, "the answer came before the queue's acknowledgement");
        acknowledged.SetResult();
        Assert.AreEqual(Outcome.Success, (await answering).Outcome);
    }

    [TestMethod]
    public async Task G1_A_bought_lead_is_in_the_queue_under_its_id()
    {
        var intake = new IntakeFixture();
        var answer = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        CollectionAssert.AreEqual(new[] { answer.Lead.ToString() }, intake.Enqueued.ToArray());
    }

    [TestMethod]
    public async Task G1_A_queue_that_is_down_is_answered_with_error()
    {
        var intake = new IntakeFixture();
        intake.Queue.Fault = Fail;
        var answer = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        Assert.AreEqual(Outcome.Error, answer.Outcome);
        Assert.AreEqual(TimeSpan.FromSeconds(5), answer.RetryAfter);
    }

    [TestMethod]
    public async Task A_lead_that_the_queue_did_not_take_leaves_the_person_free_for_another_vendor()
    {
        var intake = new IntakeFixture();
        intake.Queue.Fault = _ => throw new StoreUnavailableException("the queue is full") { HadNoEffect = true };
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Queue.Fault = null;
        var answer = await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        Assert.AreEqual(Outcome.Success, answer.Outcome);
    }

    // Else two leads of one person are delivered: the queue may have the first.
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_lead_that_the_queue_may_have_taken_keeps_its_person_for_its_vendors_resend(bool wasTaken)
    {
        var intake = new IntakeFixture();
        intake.Queue.Fault = call => call.TookEffect == wasTaken ? throw new StoreUnavailableException("timeout") : default;
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Queue.Fault = null;

        var other = await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        var again = await intake.SendAsync("acme", IntakeFixture.Person("ann"));

        Assert.AreEqual("duplicate", other.Reasons.Single().Code.ToString());
        Assert.AreEqual(Outcome.Success, again.Outcome);
        CollectionAssert.AreEqual(new[] { again.Lead.ToString() }, intake.Enqueued.ToArray());
    }

    [TestMethod]
    public async Task A_resend_that_fails_keeps_what_the_lead_holds()
    {
        var intake = new IntakeFixture();
        intake.Queue.Fault = call => call.TookEffect ? throw new StoreUnavailableException("timeout") : default;
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Queue.Fault = _ => throw new StoreUnavailableException("the queue is full") { HadNoEffect = true };
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Queue.Fault = null;

        Assert.AreEqual("duplicate", (await intake.SendAsync("bright", IntakeFixture.Person("ann"))).Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task A_vendor_that_sends_again_after_an_error_is_answered_at_once()
    {
        var intake = new IntakeFixture();
        intake.Queue.Fault = Fail;
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Queue.Fault = null;
        var answer = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        Assert.AreEqual(Outcome.Success, answer.Outcome);
        Assert.HasCount(1, intake.Enqueued);
    }

    [TestMethod]
    public async Task A_lead_that_the_queue_took_without_saying_so_is_delivered_once_when_it_is_sent_again()
    {
        var intake = new IntakeFixture();
        intake.Queue.Fault = call => call.TookEffect ? throw new StoreUnavailableException("lost the acknowledgement") : default;
        var first = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Queue.Fault = null;
        var second = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        Assert.AreEqual((Outcome.Error, Outcome.Success), (first.Outcome, second.Outcome));
        CollectionAssert.AreEqual(new[] { second.Lead.ToString() }, intake.Enqueued.ToArray());
    }

    [TestMethod]
    public async Task A_request_that_has_lost_its_lease_gives_back_nothing_of_the_request_that_took_over()
    {
        var intake = new IntakeFixture();
        var stalled = new TaskCompletionSource();
        intake.Queue.Fault = async _ => await stalled.Task;
        var first = intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Clock.Advance(ReceiptBook.Lease);
        intake.Queue.Fault = null;
        var second = await intake.SendAsync("acme", IntakeFixture.Person("ann"));

        stalled.SetException(new StoreUnavailableException("timed out"));

        Assert.AreEqual((Outcome.Success, Outcome.Error), (second.Outcome, (await first).Outcome));
        Assert.AreEqual("duplicate", (await intake.SendAsync("bright", IntakeFixture.Person("ann"))).Reasons.Single().Code.ToString());
    }

    private static ValueTask Fail(LeadFilter.Tests.Ports.PortCall call) => throw new StoreUnavailableException("the queue is down");
}
