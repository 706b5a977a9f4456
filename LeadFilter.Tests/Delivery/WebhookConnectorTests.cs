using System.Net;
using System.Net.Sockets;
using LeadFilter.Pipeline.Delivery;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class WebhookConnectorTests
{
    [TestMethod]
    [DataRow(200)]
    [DataRow(201)]
    [DataRow(202)]
    [DataRow(204)]
    [DataRow(299)]
    [DataRow(409)]
    public async Task Status_means_done(int status)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(status));

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Done, status), (result.Verdict, result.Status));
    }

    [TestMethod]
    [DataRow(408, "crm_error")]
    [DataRow(425, "crm_busy")]
    [DataRow(429, "crm_busy")]
    [DataRow(500, "crm_error")]
    [DataRow(501, "crm_error")]
    [DataRow(502, "crm_error")]
    [DataRow(503, "crm_error")]
    [DataRow(504, "crm_error")]
    [DataRow(599, "crm_error")]
    public async Task Status_means_later(int status, string reason)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(status));

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Later, reason, null), (result.Verdict, result.Reason, result.RetryAfter));
        Assert.Contains($"{status}", result.Description, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(300, "redirects")]
    [DataRow(304, "redirects")]
    [DataRow(400, "fields")]
    [DataRow(401, "secret")]
    [DataRow(402, "log")]
    [DataRow(403, "secret")]
    [DataRow(404, "url")]
    [DataRow(405, "url")]
    [DataRow(410, "url")]
    [DataRow(413, "large")]
    [DataRow(415, "fields")]
    [DataRow(422, "fields")]
    [DataRow(451, "log")]
    public async Task Status_means_refused_and_says_what_to_check(int status, string hint)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(status));

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Refused, "crm_refused"), (result.Verdict, result.Reason));
        Assert.Contains($"{status}", result.Description, StringComparison.Ordinal);
        Assert.Contains(hint, result.Description, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(301)]
    [DataRow(302)]
    [DataRow(307)]
    [DataRow(308)]
    public async Task Redirect_is_refused_and_not_followed(int status)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.AnswerWith(status, "Location", scene.Crm.Address.ToString()));

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Refused, 1), (result.Verdict, scene.Crm.Calls.Count));
    }

    [TestMethod]
    [DataRow(429, "7", 7)]
    [DataRow(503, "120", 120)]
    [DataRow(503, "Sun, 22 Nov 2026 12:01:30 GMT", 90)]
    [DataRow(429, "99999999", 86_400)]
    public async Task Retry_after_is_read(int status, string header, int seconds)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.AnswerWith(status, "Retry-After", header));

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual(TimeSpan.FromSeconds(seconds), result.RetryAfter);
    }

    [TestMethod]
    [DataRow(429, "soon")]
    [DataRow(503, "-5")]
    [DataRow(503, "Sun, 22 Nov 2020 12:00:00 GMT")]
    [DataRow(500, "60")]
    public async Task Retry_after_that_says_nothing_is_not_read(int status, string header)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.AnswerWith(status, "Retry-After", header));

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Later, null), (result.Verdict, result.RetryAfter));
    }

    [TestMethod]
    public async Task Broken_connections_mean_later()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Reset, CrmSteps.ResetMidway, CrmSteps.TakeThenReset, CrmSteps.HugeHead);

        for (var call = 0; call < 4; call++)
        {
            var result = await scene.DeliverAsync(DeliveryScene.NewLead());
            Assert.AreEqual((DeliveryVerdict.Later, "crm_unreachable"), (result.Verdict, result.Reason));
        }
    }

    [TestMethod]
    public async Task Closed_port_means_later()
    {
        await using var scene = await DeliveryScene.StartAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        scene.Plan = scene.Plan with { Url = $"http://{listener.LocalEndpoint}/" };
        listener.Stop();

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual("The CRM gave no whole answer (ConnectionError).", result.Description);
    }

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
        await using var scene = await DeliveryScene.StartAsync(new() { TotalTimeout = TimeSpan.FromSeconds(15), RetryDelay = TimeSpan.FromMilliseconds(100) });
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
            new() { MaxConcurrentCalls = 1, MaxWaiting = 1, Retries = 0, TotalTimeout = TimeSpan.FromSeconds(5), TryTimeout = TimeSpan.FromSeconds(5) });
        scene.Crm.Then(CrmSteps.Hang);
        var first = scene.DeliverAsync(DeliveryScene.NewLead());
        await scene.Crm.CallAsync();
        var second = scene.DeliverAsync(DeliveryScene.NewLead());

        scene.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.AreEqual("crm_timeout", (await first).Reason);
        Assert.AreEqual("crm_timeout", (await second).Reason);
    }

    [TestMethod]
    [DataRow("""{"id":"D-17.a:b_c"}""", "D-17.a:b_c")]
    [DataRow("""{"ok":true,"x":{"id":"inner"},"id":4711}""", "4711")]
    [DataRow("""{"id":"ann@example.com"}""", null)]
    [DataRow("""{"id":"Ann Smith"}""", null)]
    [DataRow("""{"id":""}""", null)]
    [DataRow("""{"id":null}""", null)]
    [DataRow("""{"id":{"a":1}}""", null)]
    [DataRow("""["id"]""", null)]
    [DataRow("""{"id":""", null)]
    [DataRow("<html>", null)]
    public async Task Crm_id_is_read_where_it_is_safe(string body, string? id)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(201, body));

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Done, id), (result.Verdict, result.CrmId));
    }

    [TestMethod]
    [DataRow(128, true)]
    [DataRow(129, false)]
    public async Task Crm_id_has_at_most_128_characters(int length, bool isKept)
    {
        await using var scene = await DeliveryScene.StartAsync();
        var id = new string('7', length);
        scene.Crm.Then(CrmSteps.Answer(200, $$"""{"id":"{{id}}"}"""));

        Assert.AreEqual(isKept ? id : null, (await scene.DeliverAsync(DeliveryScene.NewLead())).CrmId);
    }

    [TestMethod]
    public async Task Endless_answer_of_success_is_done_without_reading_it_all()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Huge);

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Done, null), (result.Verdict, result.CrmId));
    }

    [TestMethod]
    public async Task Cookies_are_not_kept()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.AnswerWith(200, "Set-Cookie", "a=b"));
        await scene.DeliverAsync(DeliveryScene.NewLead());
        await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual("", scene.Crm.Calls[1].Header("Cookie"));
    }
}
