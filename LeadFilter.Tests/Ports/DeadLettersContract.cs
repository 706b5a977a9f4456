using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>What every adapter of <see cref="IDeadLetters"/> must do.</summary>
public abstract class DeadLettersContract
{
    public TestContext TestContext { get; set; } = null!;

    protected CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    public async Task Dead_letter_is_listed_with_its_reason()
    {
        await using var opened = await OpenAsync();
        await BuryAsync(opened, "1");

        var dead = (await ListAsync(opened)).Single();

        Assert.AreEqual(QueueNames.Leads, dead.Queue);
        Assert.AreEqual("1", dead.MessageId);
        Assert.AreEqual("crm_refused", dead.Reason);
        Assert.AreEqual("The CRM answered 400.", dead.Description);
        Assert.AreEqual(1, dead.DeliveryCount);
        Assert.AreEqual("solar", dead.Properties["campaign"]);
        Assert.AreEqual(opened.Now.ToUnixTimeMilliseconds(), dead.DiedAt.ToUnixTimeMilliseconds());
    }

    [TestMethod]
    public async Task Dead_letter_is_not_received()
    {
        await using var opened = await OpenAsync();
        await BuryAsync(opened, "1");

        await opened.PassAsync(QueueUnderTest.LockDuration * 2);

        Assert.IsEmpty(await opened.ReceiveAsync(QueueNames.Leads, 10));
    }

    [TestMethod]
    public async Task Dead_letters_are_listed_oldest_first()
    {
        await using var opened = await OpenAsync();
        foreach (var id in new[] { "b", "c", "a" })
        {
            await BuryAsync(opened, id);
            await opened.PassAsync(TimeSpan.FromSeconds(1));
        }

        Assert.AreEqual("b c a", string.Join(' ', (await ListAsync(opened)).Select(dead => dead.MessageId)));
    }

    [TestMethod]
    public async Task Dead_letters_of_another_queue_are_not_listed()
    {
        await using var opened = await OpenAsync();
        await BuryAsync(opened, "1");

        Assert.IsEmpty(await opened.DeadLetters.ListAsync(QueueNames.Records, Cancellation).ToListAsync(Cancellation));
    }

    [TestMethod]
    public async Task Replayed_dead_letter_is_received_at_once_with_a_fresh_count()
    {
        await using var opened = await OpenAsync();
        await BuryAsync(opened, "1");

        Assert.IsTrue(await opened.DeadLetters.ReplayAsync(QueueNames.Leads, "1", Cancellation));

        var received = (await opened.ReceiveAsync(QueueNames.Leads, 10)).Single();
        Assert.AreEqual("1", received.Message.MessageId);
        Assert.AreEqual(1, received.DeliveryCount);
        Assert.AreEqual(3, received.Message.Body.Length);
        Assert.IsEmpty(await ListAsync(opened));
    }

    [TestMethod]
    public async Task Replay_of_an_unknown_dead_letter_says_so()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("alive"), Cancellation);

        Assert.IsFalse(await opened.DeadLetters.ReplayAsync(QueueNames.Leads, "alive", Cancellation));
    }

    [TestMethod]
    public async Task Dropped_dead_letter_is_gone()
    {
        await using var opened = await OpenAsync();
        await BuryAsync(opened, "1");

        Assert.IsTrue(await opened.DeadLetters.DropAsync(QueueNames.Leads, "1", Cancellation));

        Assert.IsEmpty(await ListAsync(opened));
        Assert.IsFalse(await opened.DeadLetters.ReplayAsync(QueueNames.Leads, "1", Cancellation));
    }

    [TestMethod]
    public async Task Drop_leaves_a_living_message_alone()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("alive"), Cancellation);

        Assert.IsFalse(await opened.DeadLetters.DropAsync(QueueNames.Leads, "alive", Cancellation));

        Assert.HasCount(1, await opened.ReceiveAsync(QueueNames.Leads, 10));
    }

    [TestMethod]
    public async Task Lock_that_ended_buries_nothing()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);
        var late = (await opened.ReceiveAsync(QueueNames.Leads, 10)).Single();
        await opened.PassAsync(QueueUnderTest.LockDuration);

        Assert.IsFalse(await opened.DeadLetterAsync(late, "crm_refused", "The CRM answered 400."));

        Assert.IsEmpty(await ListAsync(opened));
    }

    [TestMethod]
    public async Task Message_that_is_abandoned_too_often_dies()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);

        for (var count = 1; count <= opened.MaxDeliveryCount; count++)
        {
            await opened.AbandonAsync((await opened.ReceiveAsync(QueueNames.Leads, 10)).Single());
        }

        await ExpectSpentAsync(opened);
    }

    [TestMethod]
    public async Task Message_whose_lock_ends_too_often_dies()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);

        for (var count = 1; count <= opened.MaxDeliveryCount; count++)
        {
            Assert.HasCount(1, await opened.ReceiveAsync(QueueNames.Leads, 10));
            await opened.PassAsync(QueueUnderTest.LockDuration);
        }

        await ExpectSpentAsync(opened);
    }

    [TestMethod]
    public async Task Message_behind_one_that_dies_is_received()
    {
        await using var opened = await OpenAsync();
        await opened.Queue.SendAsync(Message("1"), Cancellation);
        for (var count = 1; count <= opened.MaxDeliveryCount; count++)
        {
            Assert.HasCount(1, await opened.ReceiveAsync(QueueNames.Leads, 1));
            await opened.PassAsync(QueueUnderTest.LockDuration);
        }

        await opened.Queue.SendAsync(Message("2"), Cancellation);

        Assert.AreEqual("2", (await opened.ReceiveAsync(QueueNames.Leads, 1)).Single().Message.MessageId);
    }

    /// <summary>Opens empty queues of the test's own.</summary>
    protected abstract Task<QueueUnderTest> OpenAsync();

    private static QueueMessage Message(string id) => new()
    {
        Queue = QueueNames.Leads,
        MessageId = id,
        Subject = "lead",
        Body = "{ }"u8.ToArray(),
        Properties = new Dictionary<string, string> { ["campaign"] = "solar" },
    };

    private async Task BuryAsync(QueueUnderTest opened, string id)
    {
        await opened.Queue.SendAsync(Message(id), Cancellation);
        var received = (await opened.ReceiveAsync(QueueNames.Leads, 1)).Single();
        Assert.IsTrue(await opened.DeadLetterAsync(received, "crm_refused", "The CRM answered 400."));
    }

    private async Task ExpectSpentAsync(QueueUnderTest opened)
    {
        Assert.IsEmpty(await opened.ReceiveAsync(QueueNames.Leads, 10));
        var dead = (await ListAsync(opened)).Single();
        Assert.AreEqual("max_delivery_count", dead.Reason);
        Assert.AreEqual(opened.MaxDeliveryCount, dead.DeliveryCount);
    }

    private async Task<List<DeadLetter>> ListAsync(QueueUnderTest opened) =>
        await opened.DeadLetters.ListAsync(QueueNames.Leads, Cancellation).ToListAsync(Cancellation);
}
