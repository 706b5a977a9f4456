using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class ForwarderTests
{
    private static readonly LeadMessage Lead = DeliveryScene.NewLead(("first_name", "Ann"), ("zip", "94110"));
    private static readonly QueueMessage Message = LeadEnvelope.Wrap(Lead);

    [TestMethod]
    public async Task Delivered_lead_is_recorded_with_its_time_and_the_crms_id()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Clock.Advance(TimeSpan.FromMilliseconds(1_234));

        var settlement = await scene.HandleAsync(Message);

        Assert.AreEqual(Settlement.Complete, settlement);
        Assert.AreEqual(
            new DeliveryRecord(Lead.Id, Lead.ReceivedAt, Lead.ReceivedAt.AddMilliseconds(1_234), 1, 200, $"crm-{Lead.Id.ToString()[^4..]}"),
            await scene.DeliveryOfAsync(Lead.Id));
        var row = scene.Entries.Single();
        Assert.AreEqual((Lead.Id.ToString()[^2..], Lead.Id.ToString()), (row.PartitionKey, row.RowKey));
        Assert.IsTrue(row.TryGet<long>("Milliseconds", out var milliseconds));
        Assert.AreEqual(1_234, milliseconds);
    }

    [TestMethod]
    public async Task Delivered_lead_is_not_sent_again()
    {
        await using var scene = await DeliveryScene.StartAsync();
        await scene.HandleAsync(Message);

        var settlement = await scene.HandleAsync(Message);

        Assert.AreEqual((Settlement.Complete, 1), (settlement, scene.Crm.Calls.Count));
    }

    [TestMethod]
    public async Task Lead_that_the_crm_has_already_is_recorded()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(409));

        Assert.AreEqual(Settlement.Complete, await scene.HandleAsync(Message));
        Assert.AreEqual(409, (await scene.DeliveryOfAsync(Lead.Id))?.Status);
    }

    [TestMethod]
    public async Task Failed_lead_is_scheduled_as_a_copy()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(500));

        Assert.AreEqual(Settlement.Complete, await scene.HandleAsync(Message));

        var copy = scene.Queue.Messages.Single();
        Assert.AreEqual(($"{Lead.Id}/attempt-2", "2"), (copy.MessageId, copy.Properties["attempt"]));
        Assert.IsTrue(copy.NotBefore >= DeliveryScene.Start.AddSeconds(4) && copy.NotBefore <= DeliveryScene.Start.AddSeconds(6));
        CollectionAssert.AreEqual(Message.Body.ToArray(), copy.Body.ToArray());
        Assert.AreEqual(0, scene.Entries.Count);
    }

    [TestMethod]
    public async Task Copy_waits_as_long_as_the_crm_asks()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.AnswerWith(429, "Retry-After", "600"));

        await scene.HandleAsync(Message);

        Assert.AreEqual(DeliveryScene.Start.AddMinutes(10), scene.Queue.Messages.Single().NotBefore);
    }

    [TestMethod]
    public async Task Refused_lead_is_a_dead_letter_with_status_and_reason()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(422, "first_name Ann is no name"));

        var settlement = await scene.HandleAsync(Message);

        Assert.AreEqual(
            Settlement.DeadLetter(
                "crm_refused",
                "The CRM refused the lead, with status 422: it does not accept the lead's form. Check the campaign's delivery fields."),
            settlement);
        Assert.AreEqual(0, scene.Queue.Messages.Count);
    }

    [TestMethod]
    public async Task Unreadable_message_is_a_dead_letter()
    {
        await using var scene = await DeliveryScene.StartAsync();

        var settlement = await scene.HandleAsync(Message with { Body = "<lead/>"u8.ToArray() });

        Assert.AreEqual(Settlement.DeadLetter("unreadable_message", "The body is not JSON."), settlement);
    }

    [TestMethod]
    public async Task Lead_is_tried_for_24_hours_and_then_given_up_with_the_last_reason()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(Enumerable.Repeat(CrmSteps.Answer(503), 99));
        await scene.Queue.SendAsync(Message, CancellationToken.None);

        await scene.DrainAsync();

        var dead = (await scene.DeadLettersAsync()).Single();
        Assert.AreEqual(("gave_up", DeliveryScene.Start.AddHours(24)), (dead.Reason, dead.DiedAt));
        Assert.AreEqual(
            $"Not delivered within 24 hours. The last attempt, number {scene.Crm.Calls.Count}: The CRM failed, with status 503.",
            dead.Description);
        Assert.IsTrue(scene.Crm.Calls.Count is >= 11 and <= 16, $"{scene.Crm.Calls.Count} attempts");
    }

    [TestMethod]
    public async Task Last_try_at_the_end_of_24_hours_may_succeed()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.AnswerWith(503, "Retry-After", "86400"));
        await scene.Queue.SendAsync(Message, CancellationToken.None);

        await scene.DrainAsync();

        var delivery = await scene.DeliveryOfAsync(Lead.Id);
        Assert.AreEqual((2, 86_400_000L), (delivery?.Attempts, delivery?.Milliseconds));
    }

    [TestMethod]
    public async Task Given_up_lead_that_is_replayed_is_tried_once_more()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(Enumerable.Repeat(CrmSteps.Answer(500), 99));
        await scene.Queue.SendAsync(Message, CancellationToken.None);
        await scene.DrainAsync();
        var before = scene.Crm.Calls.Count;

        await scene.Queue.ReplayAsync(QueueNames.Leads, (await scene.DeadLettersAsync()).Single().MessageId, CancellationToken.None);
        await scene.DrainAsync();

        Assert.AreEqual(before + 1, scene.Crm.Calls.Count);
        Assert.AreEqual("gave_up", (await scene.DeadLettersAsync()).Single().Reason);
    }

    [TestMethod]
    public async Task Lead_of_a_campaign_that_is_gone_waits_for_it()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.HasCampaign = false;
        Assert.AreEqual(Settlement.Complete, await scene.HandleAsync(Message));

        scene.HasCampaign = true;
        await scene.DrainAsync();

        Assert.AreEqual(2, (await scene.DeliveryOfAsync(Lead.Id))?.Attempts);
    }

    [TestMethod]
    public async Task Lead_of_a_campaign_that_stays_away_is_a_dead_letter()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.HasCampaign = false;
        await scene.Queue.SendAsync(Message, CancellationToken.None);

        await scene.DrainAsync();

        var dead = (await scene.DeadLettersAsync()).Single();
        Assert.AreEqual(("campaign_gone", "There is no campaign 'solar' any more."), (dead.Reason, dead.Description));
    }

    [TestMethod]
    public async Task Fields_are_read_with_the_campaign_as_it_is_now()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(422));
        await scene.Queue.SendAsync(Message, CancellationToken.None);
        await scene.DrainAsync();

        scene.Layout = SampleFields.Lay([new("zip", "last_name")]);
        scene.Plan = scene.Plan with { Fields = new Dictionary<string, string> { ["Zip"] = "zip" } };
        await scene.Queue.ReplayAsync(QueueNames.Leads, Message.MessageId, CancellationToken.None);
        await scene.DrainAsync();

        Assert.AreEqual(
            """{"first_name":"Ann"}""", FieldsOf(scene.Crm.Calls[0]));
        Assert.AreEqual(
            """{"Zip":"94110"}""", FieldsOf(scene.Crm.Calls[1]));
        Assert.AreEqual(0, (await scene.DeadLettersAsync()).Count);
    }

    [TestMethod]
    public async Task Table_that_does_not_answer_means_later()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Tables[TableNames.Ledger].Fault = _ => throw new StoreUnavailableException("table");

        Assert.AreEqual(Settlement.Complete, await scene.HandleAsync(Message));

        Assert.AreEqual(0, scene.Crm.Calls.Count);
        Assert.AreEqual($"{Lead.Id}/attempt-2", scene.Queue.Messages.Single().MessageId);
    }

    [TestMethod]
    public async Task Queue_that_does_not_take_the_copy_leaves_the_message_to_the_host()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(500));
        scene.Queue.Fault = _ => throw new StoreUnavailableException("queue");

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => scene.HandleAsync(Message));
    }

    [TestMethod]
    public async Task Cancelled_delivery_leaves_nothing_behind()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Hang);
        using var stop = new CancellationTokenSource();

        var handling = scene.HandleAsync(Message, stop.Token);
        await scene.Crm.CallAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => handling);
        Assert.AreEqual((0, 0), (scene.Entries.Count, scene.Queue.Messages.Count));
    }

    private static string FieldsOf(CrmCall call)
    {
        using var json = System.Text.Json.JsonDocument.Parse(call.Body);
        return json.RootElement.GetProperty("fields").GetRawText();
    }

    [TestMethod]
    public async Task A_lead_that_a_pause_kept_from_the_crm_waits_no_longer_each_time()
    {
        await using var scene = await DeliveryScene.StartAsync(new() { Retries = 0, BreakAtCalls = 2, BreakAtFailures = 0.01 });
        scene.Crm.Then(CrmSteps.Answer(500), CrmSteps.Answer(500));
        await scene.DeliverAsync(Lead);
        await scene.DeliverAsync(Lead);

        var message = Message;
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await scene.HandleAsync(message);
            var next = scene.Queue.Messages[^1];
            Assert.AreEqual("0", next.Properties["tries"], $"attempt {attempt}");
            Assert.IsLessThanOrEqualTo(TimeSpan.FromSeconds(15), next.NotBefore!.Value - scene.Clock.GetUtcNow(), $"attempt {attempt}");
            message = next;
        }
    }

    [TestMethod]
    public async Task A_lead_of_an_hour_that_meets_a_pause_comes_back_after_a_fifth_of_that()
    {
        await using var scene = await DeliveryScene.StartAsync(new() { Retries = 0, BreakAtCalls = 2, BreakAtFailures = 0.01 });
        scene.Crm.Then(CrmSteps.Answer(500), CrmSteps.Answer(500));
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.DeliverAsync(Lead);
        await scene.DeliverAsync(Lead);

        await scene.HandleAsync(Message);

        var wait = scene.Queue.Messages.Single().NotBefore!.Value - scene.Clock.GetUtcNow();
        Assert.IsTrue(wait >= TimeSpan.FromMinutes(12 * 0.8) && wait <= TimeSpan.FromMinutes(12 * 1.2), $"{wait}");
    }
}
