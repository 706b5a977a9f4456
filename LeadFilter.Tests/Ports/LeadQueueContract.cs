using System.Text;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>What every adapter of <see cref="ILeadQueue"/> must do. Dead letters are in <see cref="DeadLettersContract"/>.</summary>
public abstract class LeadQueueContract
{
    public TestContext TestContext { get; set; } = null!;

    protected CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    public async Task Sent_message_is_received_as_it_was()
    {
        await using var opened = await OpenAsync();
        var body = Encoding.UTF8.GetBytes("""{"name":"Zoë 😀"}""");
        await opened.Queue.SendAsync(
            new()
            {
                Queue = QueueNames.Leads,
                MessageId = "lead/attempt-1",
                Subject = "lead",
                Body = body,
                Properties = new Dictionary<string, string> { ["campaign"] = "solar", ["vendor"] = "Ácme \"1\"" },
            },
            Cancellation);

        var received = await ReceiveOneAsync(opened);

        Assert.AreEqual(QueueNames.Leads, received.Message.Queue);
        Assert.AreEqual("lead/attempt-1", received.Message.MessageId);
        Assert.AreEqual("lead", received.Message.Subject);
        CollectionAssert.AreEqual(body, received.Message.Body.ToArray());
        Assert.AreEqual("solar", received.Message.Properties["campaign"]);
        Assert.AreEqual("Ácme \"1\"", received.Message.Properties["vendor"]);
        Assert.HasCount(2, received.Message.Properties);
        Assert.AreEqual(1, received.DeliveryCount);
    }

    [TestMethod]
    public async Task Empty_body_is_received_as_such()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1") with { Body = ReadOnlyMemory<byte>.Empty }, Cancellation);

        Assert.AreEqual(0, (await ReceiveOneAsync(opened)).Message.Body.Length);
    }

    [TestMethod]
    public async Task Empty_queue_gives_nothing()
    {
        await using var opened = await OpenAsync();

        Assert.IsEmpty(await opened.ReceiveAsync(QueueNames.Leads, 10));
    }

    [TestMethod]
    public async Task Locked_message_is_not_received_by_others()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);
        await ReceiveOneAsync(opened);

        Assert.IsEmpty(await opened.ReceiveAsync(QueueNames.Leads, 10));
    }

    [TestMethod]
    public async Task Completed_message_never_comes_back()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);

        Assert.IsTrue(await opened.CompleteAsync(await ReceiveOneAsync(opened)));

        await opened.PassAsync(QueueUnderTest.LockDuration * 2);
        Assert.IsEmpty(await opened.ReceiveAsync(QueueNames.Leads, 10));
    }

    [TestMethod]
    public async Task Message_with_a_known_id_is_swallowed()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1") with { Subject = "first" }, Cancellation);
        await opened.Queue.SendAsync(Message("1") with { Subject = "second" }, Cancellation);

        Assert.AreEqual("first", (await ReceiveOneAsync(opened)).Message.Subject);
    }

    [TestMethod]
    public async Task Message_with_the_id_of_a_completed_one_is_swallowed()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);
        await opened.CompleteAsync(await ReceiveOneAsync(opened));

        await opened.Queue.SendAsync(Message("1"), Cancellation);

        Assert.IsEmpty(await opened.ReceiveAsync(QueueNames.Leads, 10));
    }

    [TestMethod]
    public async Task Same_id_in_another_queue_is_another_message()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);
        await opened.Queue.SendAsync(Message("1") with { Queue = QueueNames.Records }, Cancellation);

        Assert.HasCount(1, await opened.ReceiveAsync(QueueNames.Leads, 10));
        Assert.HasCount(1, await opened.ReceiveAsync(QueueNames.Records, 10));
    }

    [TestMethod]
    public async Task Ids_differ_by_case()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("a"), Cancellation);
        await opened.Queue.SendAsync(Message("A"), Cancellation);

        Assert.HasCount(2, await opened.ReceiveAsync(QueueNames.Leads, 10));
    }

    [TestMethod]
    public async Task Of_64_messages_with_one_id_sent_at_once_one_is_taken()
    {
        await using var opened = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(
            _ => Task.Run(async () => await opened.Queue.SendAsync(Message("1"), Cancellation))));

        Assert.HasCount(1, await opened.ReceiveAsync(QueueNames.Leads, 10));
    }

    [TestMethod]
    public async Task Scheduled_message_is_received_when_its_time_comes_and_not_before()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1") with { NotBefore = opened.Now.AddSeconds(20) }, Cancellation);

        await opened.PassAsync(TimeSpan.FromSeconds(19));
        Assert.IsEmpty(await opened.ReceiveAsync(QueueNames.Leads, 10));

        await opened.PassAsync(TimeSpan.FromSeconds(1));
        Assert.AreEqual("1", (await ReceiveOneAsync(opened)).Message.MessageId);
    }

    [TestMethod]
    public async Task Message_scheduled_for_the_past_is_received_at_once()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1") with { NotBefore = opened.Now.AddDays(-1) }, Cancellation);

        Assert.AreEqual("1", (await ReceiveOneAsync(opened)).Message.MessageId);
    }

    [TestMethod]
    public async Task Scheduled_message_counts_as_taken_before_its_time()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1") with { NotBefore = opened.Now.AddSeconds(20) }, Cancellation);

        await opened.Queue.SendAsync(Message("1"), Cancellation);

        Assert.IsEmpty(await opened.ReceiveAsync(QueueNames.Leads, 10));
    }

    [TestMethod]
    public async Task Message_whose_lock_ended_is_received_again_and_counted()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);
        await ReceiveOneAsync(opened);

        await opened.PassAsync(QueueUnderTest.LockDuration);

        Assert.AreEqual(2, (await ReceiveOneAsync(opened)).DeliveryCount);
    }

    [TestMethod]
    public async Task Lock_that_ended_settles_nothing()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);
        var late = await ReceiveOneAsync(opened);
        await opened.PassAsync(QueueUnderTest.LockDuration);

        Assert.IsFalse(await opened.CompleteAsync(late));
        Assert.IsFalse(await opened.RenewAsync(late));
        await ReceiveOneAsync(opened);
    }

    [TestMethod]
    public async Task Lock_of_an_earlier_receiver_does_not_settle_for_the_present_one()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);
        var late = await ReceiveOneAsync(opened);
        await opened.PassAsync(QueueUnderTest.LockDuration);
        var present = await ReceiveOneAsync(opened);

        Assert.IsFalse(await opened.CompleteAsync(late));
        Assert.IsTrue(await opened.CompleteAsync(present));
    }

    [TestMethod]
    public async Task Message_is_settled_once()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);
        var received = await ReceiveOneAsync(opened);
        await opened.CompleteAsync(received);

        Assert.IsFalse(await opened.CompleteAsync(received));
    }

    [TestMethod]
    public async Task Renewed_lock_holds_on()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);
        var received = await ReceiveOneAsync(opened);
        await opened.PassAsync(QueueUnderTest.LockDuration * 0.75);

        Assert.IsTrue(await opened.RenewAsync(received));

        await opened.PassAsync(QueueUnderTest.LockDuration * 0.75);
        Assert.IsEmpty(await opened.ReceiveAsync(QueueNames.Leads, 10));
        Assert.IsTrue(await opened.CompleteAsync(received));
    }

    [TestMethod]
    public async Task Abandoned_message_is_received_again_at_once_and_counted()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);

        Assert.IsTrue(await opened.AbandonAsync(await ReceiveOneAsync(opened)));

        Assert.AreEqual(2, (await ReceiveOneAsync(opened)).DeliveryCount);
    }

    [TestMethod]
    public async Task Every_message_is_received_by_one_of_many_receivers()
    {
        await using var opened = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(
            async number => await opened.Queue.SendAsync(Message($"{number}"), Cancellation)));

        var received = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ReceiveAllAsync(opened))));

        var ids = received.SelectMany(each => each).ToArray();
        Assert.HasCount(200, ids);
        Assert.HasCount(200, ids.Distinct());
    }

    /// <summary>Opens empty queues of the test's own.</summary>
    protected abstract Task<QueueUnderTest> OpenAsync();

    private static QueueMessage Message(string id) =>
        new() { Queue = QueueNames.Leads, MessageId = id, Subject = "lead", Body = "{}"u8.ToArray() };

    private static async Task<HeldMessage> ReceiveOneAsync(QueueUnderTest opened)
    {
        var received = await opened.ReceiveAsync(QueueNames.Leads, 10);
        Assert.HasCount(1, received);
        return received[0];
    }

    private static async Task<List<string>> ReceiveAllAsync(QueueUnderTest opened)
    {
        var ids = new List<string>();
        while (await opened.ReceiveAsync(QueueNames.Leads, 7) is { Count: > 0 } received)
        {
            ids.AddRange(received.Select(each => each.Message.MessageId));
        }

        return ids;
    }
}
