using LeadFilter.Pipeline.Clocks;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Tests.Clocks;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class WebhookPatienceTests
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Try_that_takes_too_long_means_later(bool headArrives)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(headArrives ? CrmSteps.Drip : CrmSteps.Hang);

        var delivery = scene.DeliverAsync(DeliveryScene.NewLead());
        await scene.Crm.CallAsync();
        scene.Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.IsFalse(delivery.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.AreEqual((DeliveryVerdict.Later, "crm_timeout"), ((await delivery).Verdict, (await delivery).Reason));
    }

    [TestMethod]
    public async Task All_tries_together_are_limited()
    {
        await using var scene = await DeliveryScene.StartAsync(
            new() { TotalTimeout = TimeSpan.FromSeconds(15), RetryDelay = TimeSpan.FromMilliseconds(100) });
        scene.Crm.Then(CrmSteps.Hang, CrmSteps.Hang, CrmSteps.Hang);

        var delivery = scene.DeliverAsync(DeliveryScene.NewLead());
        await scene.Crm.CallAsync();
        scene.Clock.Advance(TimeSpan.FromSeconds(10));
        var pause = await scene.Clock.TimerAsync(due => due < TimeSpan.FromSeconds(2));
        scene.Clock.Advance(pause);
        await scene.Crm.CallAsync();
        scene.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.AreEqual(("crm_timeout", 2), ((await delivery).Reason, scene.Crm.Calls.Count));
    }

    [TestMethod]
    public async Task Failed_call_is_repeated_at_once_with_the_same_key()
    {
        await using var scene = await DeliveryScene.StartAsync(new() { RetryDelay = TimeSpan.FromMilliseconds(100) });
        scene.Crm.Then(CrmSteps.TakeThenAnswer(500));

        var delivery = scene.DeliverAsync(DeliveryScene.NewLead());
        scene.Clock.Advance(await scene.Clock.TimerAsync(due => due < TimeSpan.FromSeconds(2)));

        Assert.AreEqual((DeliveryVerdict.Done, 409), ((await delivery).Verdict, (await delivery).Status));
        CollectionAssert.AreEqual(
            new[] { DeliveryScene.NewLead().Id.ToString(), DeliveryScene.NewLead().Id.ToString() },
            scene.Crm.Calls.Select(call => call.Header("Idempotency-Key")).ToArray());
    }

    [TestMethod]
    public async Task Calls_are_repeated_twice_and_no_more()
    {
        await using var scene = await DeliveryScene.StartAsync(new() { RetryDelay = TimeSpan.FromMilliseconds(100) });
        scene.Crm.Then(Enumerable.Repeat(CrmSteps.Answer(500), 9));

        var delivery = scene.DeliverAsync(DeliveryScene.NewLead());
        scene.Clock.Advance(await scene.Clock.TimerAsync(due => due < TimeSpan.FromSeconds(2)));
        scene.Clock.Advance(await scene.Clock.TimerAsync(due => due < TimeSpan.FromSeconds(2)));

        Assert.AreEqual(("crm_error", 3), ((await delivery).Reason, scene.Crm.Calls.Count));
    }

    [TestMethod]
    public async Task Refusal_is_not_repeated()
    {
        await using var scene = await DeliveryScene.StartAsync(new());
        scene.Crm.Then(CrmSteps.Answer(400));

        await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual(1, scene.Crm.Calls.Count);
    }

    [TestMethod]
    public async Task Short_retry_after_is_waited_for()
    {
        await using var scene = await DeliveryScene.StartAsync(new());
        scene.Crm.Then(CrmSteps.AnswerWith(429, "Retry-After", "4"));

        var delivery = scene.DeliverAsync(DeliveryScene.NewLead());
        await scene.Clock.TimerAsync(TimeSpan.FromSeconds(4));
        Assert.AreEqual(1, scene.Crm.Calls.Count);
        scene.Clock.Advance(TimeSpan.FromSeconds(4));

        Assert.AreEqual((DeliveryVerdict.Done, 2), ((await delivery).Verdict, scene.Crm.Calls.Count));
    }

    [TestMethod]
    public async Task Long_retry_after_goes_back_to_the_queue_at_once()
    {
        await using var scene = await DeliveryScene.StartAsync(new());
        scene.Crm.Then(CrmSteps.AnswerWith(429, "Retry-After", "6"));

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((TimeSpan.FromSeconds(6), 1), (result.RetryAfter, scene.Crm.Calls.Count));
    }

    [TestMethod]
    public async Task Crm_that_fails_again_and_again_is_left_alone_for_a_while()
    {
        await using var scene = await DeliveryScene.StartAsync(new() { Retries = 0, BreakAtCalls = 2 });
        scene.Crm.Then(CrmSteps.Answer(500), CrmSteps.Answer(500));
        await scene.DeliverAsync(DeliveryScene.NewLead());
        await scene.DeliverAsync(DeliveryScene.NewLead());

        var paused = await scene.DeliverAsync(DeliveryScene.NewLead());
        Assert.AreEqual(("crm_paused", TimeSpan.FromSeconds(15), 2), (paused.Reason, paused.RetryAfter, scene.Crm.Calls.Count));

        scene.Clock.Advance(TimeSpan.FromSeconds(15));
        var resumed = await scene.DeliverAsync(DeliveryScene.NewLead());
        Assert.AreEqual(DeliveryVerdict.Done, resumed.Verdict);
    }

    [TestMethod]
    public void Pauses_end_by_time_that_passes_whatever_the_clock_says()
    {
        var time = new FakeTimeProvider(DeliveryScene.Start);
        var machine = new JumpingClock(time);
        var steady = new SteadyClock(machine);
        machine.Jump(TimeSpan.FromDays(-1));
        time.Advance(TimeSpan.FromSeconds(15));
        Assert.AreEqual(DeliveryScene.Start.AddSeconds(15), steady.GetUtcNow());
    }

    [TestMethod]
    public async Task Pause_of_one_host_does_not_touch_another()
    {
        await using var scene = await DeliveryScene.StartAsync(new() { Retries = 0, BreakAtCalls = 2 });
        await using var other = await ScriptedCrm.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(500), CrmSteps.Answer(500));
        await scene.DeliverAsync(DeliveryScene.NewLead());
        await scene.DeliverAsync(DeliveryScene.NewLead());

        scene.Plan = scene.Plan with { Url = other.Address.ToString() };
        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual(DeliveryVerdict.Done, result.Verdict);
    }

    [TestMethod]
    public async Task Busy_crm_is_not_a_broken_one()
    {
        await using var scene = await DeliveryScene.StartAsync(new() { Retries = 0, BreakAtCalls = 2 });
        scene.Crm.Then(Enumerable.Repeat(CrmSteps.Answer(429), 5));
        for (var call = 0; call < 5; call++)
        {
            Assert.AreEqual("crm_busy", (await scene.DeliverAsync(DeliveryScene.NewLead())).Reason);
        }

        Assert.AreEqual(DeliveryVerdict.Done, (await scene.DeliverAsync(DeliveryScene.NewLead())).Verdict);
    }

    [TestMethod]
    public async Task More_calls_than_allowed_go_back_to_the_queue()
    {
        await using var scene = await DeliveryScene.StartAsync(new() { MaxConcurrentCalls = 1, MaxWaiting = 0 });
        scene.Crm.Then(CrmSteps.Hang);
        using var stop = new CancellationTokenSource();
        var first = scene.DeliverAsync(DeliveryScene.NewLead(), stop.Token);
        await scene.Crm.CallAsync();

        var second = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Later, "too_many_at_once"), (second.Verdict, second.Reason));
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
    }

    [TestMethod]
    public async Task Wait_for_a_free_call_counts_as_time()
    {
        await using var scene = await DeliveryScene.StartAsync(
            new()
            {
                MaxConcurrentCalls = 1,
                MaxWaiting = 1,
                Retries = 0,
                TotalTimeout = TimeSpan.FromSeconds(5),
                TryTimeout = TimeSpan.FromSeconds(5),
            });
        scene.Crm.Then(CrmSteps.Hang);
        var first = scene.DeliverAsync(DeliveryScene.NewLead());
        await scene.Crm.CallAsync();
        var second = scene.DeliverAsync(DeliveryScene.NewLead());

        scene.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.AreEqual("crm_timeout", (await first).Reason);
        Assert.AreEqual("crm_timeout", (await second).Reason);
    }
}
