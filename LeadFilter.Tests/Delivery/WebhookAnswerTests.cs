using System.Net;
using System.Net.Sockets;
using LeadFilter.Pipeline.Delivery;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class WebhookAnswerTests
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

        Assert.AreEqual("The CRM did not give a complete answer (ConnectionError).", result.Description);
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
