using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Notices;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Delivery;

namespace LeadFilter.Tests.Notices;

[TestClass]
public sealed class NoticeForwarderTests
{
    [TestMethod]
    public async Task A_vendor_gets_id_kind_time_and_what_is_told()
    {
        await using var scene = await NoticeScene.StartAsync();
        await scene.SendAsync(NoticeScene.NewNotice());

        await scene.DrainAsync();

        var call = scene.Receiver.Calls.Single();
        Assert.AreEqual(("POST", "return-1-requested", "return"), (call.Method, call.Header("Idempotency-Key"), call.Header("LeadFilter-Notice")));
        Assert.AreEqual(
            """{"id":"return-1-requested","kind":"return","created_at":"2026-11-22T12:00:00Z","data":{"return":"1","state":"requested"}}""",
            Encoding.UTF8.GetString(call.Body));
        Assert.IsEmpty(scene.Queue.Messages);
    }

    [TestMethod]
    public async Task A_vendor_can_prove_who_sent_it_as_the_page_says()
    {
        await using var scene = await NoticeScene.StartAsync();
        await scene.SendAsync(NoticeScene.NewNotice());

        await scene.DrainAsync();

        var call = scene.Receiver.Calls.Single();
        var timestamp = NoticeScene.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"v2.{timestamp}.return-1-requested."), .. call.Body];
        var expected = $"v2={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(NoticeScene.Secret), signed))}";
        Assert.AreEqual((timestamp, expected), (call.Header("LeadFilter-Timestamp"), call.Header("LeadFilter-Signature-V2")));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_notice_that_fails_is_tried_again_until_it_arrives(bool atOnce)
    {
        await using var scene = await NoticeScene.StartAsync(atOnce);
        scene.Receiver.Then(CrmSteps.Answer(503), CrmSteps.Reset);
        await scene.SendAsync(NoticeScene.NewNotice());

        await scene.DrainAsync();

        Assert.AreEqual("return-1-requested, return-1-requested, return-1-requested", string.Join(", ", scene.Receiver.Calls.Select(call => call.Header("Idempotency-Key"))));
        Assert.AreEqual(1, scene.Receiver.Taken.Count);
        Assert.IsEmpty(await scene.DeadLettersAsync());
    }

    [TestMethod]
    public async Task A_notice_waits_as_long_as_the_receiver_asks()
    {
        await using var scene = await NoticeScene.StartAsync();
        scene.Receiver.Then(CrmSteps.AnswerWith(429, "Retry-After", "600"));
        await scene.SendAsync(NoticeScene.NewNotice());

        await scene.DrainAsync(NoticeScene.Start.AddSeconds(1));

        var copy = scene.Queue.Messages.Single();
        Assert.AreEqual(("return-1-requested/attempt-2", NoticeScene.Start.AddMinutes(10)), (copy.MessageId, copy.NotBefore));
    }

    [TestMethod]
    [DataRow(400)]
    [DataRow(401)]
    [DataRow(404)]
    [DataRow(302)]
    public async Task A_refused_notice_is_a_dead_letter(int status)
    {
        await using var scene = await NoticeScene.StartAsync();
        scene.Receiver.Then(CrmSteps.Answer(status));
        await scene.SendAsync(NoticeScene.NewNotice());

        await scene.DrainAsync();

        var dead = (await scene.DeadLettersAsync()).Single();
        Assert.AreEqual(("receiver_refused", "acme"), (dead.Reason, dead.Properties["vendor"]));
        StringAssert.Contains(dead.Description, $"status {status}", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_receiver_that_has_the_notice_already_is_done()
    {
        await using var scene = await NoticeScene.StartAsync();
        scene.Receiver.Then(CrmSteps.Answer(409));
        await scene.SendAsync(NoticeScene.NewNotice());

        await scene.DrainAsync();

        Assert.AreEqual((1, 0), (scene.Receiver.Calls.Count, (await scene.DeadLettersAsync()).Count));
    }

    [TestMethod]
    public async Task A_notice_is_given_up_after_24_hours_if_it_says_nothing_else()
    {
        await using var scene = await NoticeScene.StartAsync();
        scene.Receiver.Then(Enumerable.Repeat(CrmSteps.Answer(500), 99));
        await scene.SendAsync(NoticeScene.NewNotice());

        await scene.DrainAsync();

        var dead = (await scene.DeadLettersAsync()).Single();
        Assert.AreEqual(("gave_up", NoticeScene.Start.AddHours(24)), (dead.Reason, dead.DiedAt));
    }

    [TestMethod]
    public async Task A_notice_is_given_up_when_it_says()
    {
        await using var scene = await NoticeScene.StartAsync();
        scene.Receiver.Then(Enumerable.Repeat(CrmSteps.Answer(500), 99));
        await scene.SendAsync(NoticeScene.NewNotice() with { GiveUpAt = NoticeScene.Start.AddHours(3) });

        await scene.DrainAsync();

        Assert.AreEqual(NoticeScene.Start.AddHours(3), (await scene.DeadLettersAsync()).Single().DiedAt);
    }

    [TestMethod]
    [DataRow(500)]
    [DataRow(403)]
    public async Task A_notice_without_an_end_is_tried_about_every_hour_whatever_the_answer(int status)
    {
        await using var scene = await NoticeScene.StartAsync();
        scene.Receiver.Then(Enumerable.Repeat(CrmSteps.Answer(status), 120));
        await scene.SendAsync(NoticeScene.NewNotice() with { GiveUpAt = Notice.Never });

        await scene.DrainAsync(NoticeScene.Start.AddDays(4));

        Assert.IsTrue(scene.Receiver.Calls.Count is >= 80 and <= 120, $"{scene.Receiver.Calls.Count} attempts");
        Assert.IsTrue(scene.Queue.Messages.Single().NotBefore <= scene.Clock.GetUtcNow().AddMinutes(72.1));
    }

    [TestMethod]
    public async Task A_receiver_that_is_gone_gets_nothing_more()
    {
        await using var scene = await NoticeScene.StartAsync();
        await scene.SendAsync(NoticeScene.NewNotice());
        scene.Vendors = NoticeScene.VendorsWith(null);

        await scene.DrainAsync();

        Assert.AreEqual((0, 0), (scene.Receiver.Calls.Count, (await scene.DeadLettersAsync()).Count));
        Assert.Contains(line => line.Contains("is dropped: vendor acme is gone", StringComparison.Ordinal), scene.Logs.Lines);
    }

    [TestMethod]
    public async Task A_changed_address_counts_from_the_next_try_on()
    {
        await using var scene = await NoticeScene.StartAsync();
        scene.Receiver.Then(CrmSteps.Answer(503));
        await scene.SendAsync(NoticeScene.NewNotice());
        await scene.DrainAsync(NoticeScene.Start.AddSeconds(1));
        scene.Vendors = NoticeScene.VendorsWith(new VendorNotify(new(scene.Receiver.Address, "/new"), NoticeScene.SecretName));

        await scene.DrainAsync();

        Assert.AreEqual("/leads, /new", string.Join(", ", scene.Receiver.Calls.Select(call => call.Target)));
    }

    [TestMethod]
    public async Task Nothing_is_sent_without_a_signature()
    {
        await using var scene = await NoticeScene.StartAsync();
        scene.Settings[NoticeScene.SecretName] = "";
        await scene.SendAsync(NoticeScene.NewNotice());
        await scene.DrainAsync(NoticeScene.Start.AddSeconds(1));
        Assert.AreEqual((0, "secret_missing"), (scene.Receiver.Calls.Count, scene.Queue.Messages.Single().Properties["reason"]));
        scene.Settings[NoticeScene.SecretName] = NoticeScene.Secret;

        await scene.DrainAsync();

        Assert.AreEqual(1, scene.Receiver.Taken.Count);
    }

    [TestMethod]
    public async Task A_message_of_another_form_is_a_dead_letter()
    {
        await using var scene = await NoticeScene.StartAsync();
        var message = new QueueMessage { Queue = QueueNames.Notices, MessageId = "x", Subject = "notice", Body = "{}"u8.ToArray() };

        var settlement = await scene.Forwarder.HandleAsync(message, CancellationToken.None);

        Assert.AreEqual("unreadable_message", settlement.Reason);
    }

    [TestMethod]
    public async Task No_log_line_holds_what_is_told()
    {
        await using var scene = await NoticeScene.StartAsync();
        scene.Receiver.Then(CrmSteps.Answer(503, "marked-answer"), CrmSteps.Answer(400, "marked-answer"));
        await scene.SendAsync(NoticeScene.NewNotice() with { Data = """{"text":"marked-text"}"""u8.ToArray() });

        await scene.DrainAsync();

        Assert.IsNotEmpty(scene.Logs.Lines);
        Assert.IsEmpty(scene.Logs.Lines.Where(line => line.Contains("marked", StringComparison.Ordinal)));
    }
}
