namespace LeadFilter.Tests.Azure.ServiceBus.Queues;

[TestClass]
public sealed class QueueStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly QueueOptions options = new()
    {
        LockDuration = TimeSpan.FromSeconds(30),
        MaxDeliveryCount = 2,
        DuplicateWindow = TimeSpan.FromHours(1),
    };

    private readonly QueueState dead;
    private readonly QueueState queue;

    public QueueStateTests()
    {
        dead = new(options, deadLetters: null);
        queue = new(options, dead);
    }

    [TestMethod]
    public void Messages_are_received_in_the_order_in_which_they_came()
    {
        Send("a");
        Send("b");

        Assert.AreEqual("a", Receive()!.Sent.MessageId);
        Assert.AreEqual("b", Receive()!.Sent.MessageId);
        Assert.IsNull(Receive());
    }

    [TestMethod]
    public void Id_is_swallowed_within_the_window_and_taken_after_it()
    {
        Send("a");
        Send("a", Noon.AddMinutes(59));
        Assert.HasCount(1, queue.Messages);

        Send("a", Noon.AddHours(1));

        Assert.HasCount(2, queue.Messages);
    }

    [TestMethod]
    public void Scheduled_copy_with_a_known_id_is_swallowed()
    {
        Send("a");

        queue.Send(Message("a") with { ScheduledFor = Noon.AddMinutes(5) }, Noon);

        Assert.HasCount(1, queue.Messages);
    }

    [TestMethod]
    public void Messages_without_an_id_are_never_duplicates()
    {
        Send(null);
        Send(null);

        Assert.HasCount(2, queue.Messages);
    }

    [TestMethod]
    public void Queue_without_a_window_keeps_every_message()
    {
        var every = new QueueState(options with { DuplicateWindow = null }, dead);
        every.Send(Message("a"), Noon);
        every.Send(Message("a"), Noon);

        Assert.HasCount(2, every.Messages);
    }

    [TestMethod]
    public void Scheduled_message_appears_when_its_time_comes()
    {
        queue.Send(Message("a") with { ScheduledFor = Noon.AddSeconds(5) }, Noon);

        Assert.IsTrue(queue.Messages.Single().IsScheduled);
        Assert.AreEqual(Noon.AddSeconds(5), queue.NextChange);
        Assert.IsNull(Receive(Noon.AddSeconds(4)));
        Assert.AreEqual(Noon.AddSeconds(5), Receive(Noon.AddSeconds(6))!.EnqueuedAt);
    }

    [TestMethod]
    public void Scheduled_message_that_was_taken_back_never_appears()
    {
        var number = queue.Send(Message("a") with { ScheduledFor = Noon.AddSeconds(5) }, Noon);

        Assert.IsTrue(queue.Cancel(number));

        Assert.IsNull(Receive(Noon.AddSeconds(5)));
        Assert.IsFalse(queue.Cancel(number));
    }

    [TestMethod]
    public void Visible_message_cannot_be_taken_back() => Assert.IsFalse(queue.Cancel(Send("a")));

    [TestMethod]
    public void Lock_ends_and_the_next_delivery_is_counted()
    {
        Send("a");
        var first = Receive()!;

        Assert.AreEqual(Noon.AddSeconds(30), first.LockedUntil);
        Assert.IsNull(Receive(Noon.AddSeconds(29)));
        var second = Receive(Noon.AddSeconds(30))!;
        Assert.AreEqual(2, second.DeliveryCount);
        Assert.AreNotEqual(first.Lock, second.Lock);
        Assert.IsFalse(queue.Complete(first.Lock!.Value, Noon.AddSeconds(31)));
    }

    [TestMethod]
    public void Renewed_lock_ends_later()
    {
        Send("a");
        var token = Receive()!.Lock!.Value;

        Assert.AreEqual(Noon.AddSeconds(50), queue.Renew(token, Noon.AddSeconds(20)));

        Assert.IsTrue(queue.Complete(token, Noon.AddSeconds(49)));
    }

    [TestMethod]
    public void Lock_that_ended_cannot_be_renewed()
    {
        Send("a");
        var token = Receive()!.Lock!.Value;

        Assert.IsNull(queue.Renew(token, Noon.AddSeconds(30)));
    }

    [TestMethod]
    public void Message_is_settled_once()
    {
        Send("a");
        var token = Receive()!.Lock!.Value;

        Assert.IsTrue(queue.Complete(token, Noon));

        Assert.IsFalse(queue.Complete(token, Noon));
        Assert.IsFalse(queue.Abandon(token, Noon));
        Assert.IsFalse(queue.DeadLetter(token, null, null, Noon));
        Assert.IsEmpty(queue.Messages);
    }

    [TestMethod]
    public void Abandoned_message_is_visible_at_once()
    {
        Send("a");

        Assert.IsTrue(queue.Abandon(Receive()!.Lock!.Value, Noon));

        Assert.AreEqual(2, Receive()!.DeliveryCount);
    }

    [TestMethod]
    public void Delivery_of_a_released_message_does_not_count()
    {
        Send("a");

        Assert.IsTrue(queue.Release(Receive()!.Lock!.Value, Noon));

        Assert.AreEqual(1, Receive()!.DeliveryCount);
    }

    [TestMethod]
    public void Message_that_was_abandoned_too_often_is_a_dead_letter()
    {
        Send("a");
        queue.Abandon(Receive()!.Lock!.Value, Noon);
        queue.Abandon(Receive()!.Lock!.Value, Noon);

        Assert.IsEmpty(queue.Messages);
        Assert.AreEqual("MaxDeliveryCountExceeded", dead.Messages.Single().DeadLetterReason);
    }

    [TestMethod]
    public void Message_whose_lock_ended_too_often_is_a_dead_letter()
    {
        Send("a");
        Receive();
        Receive(Noon.AddSeconds(30));

        queue.Advance(Noon.AddSeconds(60));

        Assert.IsEmpty(queue.Messages);
        Assert.AreEqual(2, dead.Messages.Single().DeliveryCount);
    }

    [TestMethod]
    public void Dead_letter_has_its_reason_and_can_be_received()
    {
        Send("a");

        Assert.IsTrue(queue.DeadLetter(Receive()!.Lock!.Value, "reason", "description", Noon));

        var letter = dead.Receive(Noon)!;
        Assert.AreEqual("reason", letter.DeadLetterReason);
        Assert.AreEqual("description", letter.DeadLetterDescription);
        Assert.IsTrue(dead.Complete(letter.Lock!.Value, Noon));
    }

    [TestMethod]
    public void Dead_letter_is_kept_however_often_it_is_given_back()
    {
        Send("a");
        queue.DeadLetter(Receive()!.Lock!.Value, "reason", null, Noon);
        for (var count = 0; count < 5; count++)
        {
            dead.Abandon(dead.Receive(Noon)!.Lock!.Value, Noon);
        }

        Assert.AreEqual("reason", dead.Messages.Single().DeadLetterReason);
    }

    private static SentMessage Message(string? id) => new(id, ReadOnlyMemory<byte>.Empty);

    private long Send(string? id, DateTimeOffset? at = null) => queue.Send(Message(id), at ?? Noon);

    private StoredMessage? Receive(DateTimeOffset? at = null) => queue.Receive(at ?? Noon);
}
