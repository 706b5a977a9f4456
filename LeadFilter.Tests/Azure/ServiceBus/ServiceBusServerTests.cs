using Azure.Messaging.ServiceBus;
using LeadFilter.Tests.Azure.ServiceBus.Faults;
using LeadFilter.Tests.Azure.ServiceBus.Queues;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Azure.ServiceBus;

/// <summary>The server as the client of Azure.Messaging.ServiceBus sees it.</summary>
[TestClass]
public sealed class ServiceBusServerTests : IAsyncDisposable
{
    private static readonly TimeSpan LockDuration = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    private readonly ServiceBusServer server;
    private readonly BrokerQueue queue;
    private readonly ServiceBusClient client;
    private readonly ServiceBusSender sender;
    private readonly ServiceBusReceiver receiver;

    public ServiceBusServerTests()
    {
        server = new(time);
        queue = server.AddQueue("leads", new() { LockDuration = LockDuration });
        client = new(server.ConnectionString, new ServiceBusClientOptions { RetryOptions = new() { MaxRetries = 0 } });
        sender = client.CreateSender("leads");
        receiver = client.CreateReceiver("leads");
    }

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await server.DisposeAsync();
    }

    [TestMethod]
    public async Task Message_is_received_with_all_that_was_sent()
    {
        await sender.SendMessageAsync(
            new("""{"a":1}""")
            {
                MessageId = "1",
                Subject = "lead",
                ContentType = "application/json",
                ApplicationProperties = { ["campaign"] = "solar", ["attempt"] = 3 },
            },
            Cancellation);

        var received = await receiver.ReceiveMessageAsync(cancellationToken: Cancellation);

        Assert.AreEqual("1 lead application/json", $"{received.MessageId} {received.Subject} {received.ContentType}");
        Assert.AreEqual("""{"a":1}""", received.Body.ToString());
        Assert.AreEqual("solar", received.ApplicationProperties["campaign"]);
        Assert.AreEqual(3, received.ApplicationProperties["attempt"]);
        Assert.AreEqual(1, received.DeliveryCount);
        Assert.AreEqual(1, received.SequenceNumber);
        Assert.AreEqual(Milliseconds(time.GetUtcNow()), received.EnqueuedTime);
        Assert.AreEqual(Milliseconds(time.GetUtcNow() + LockDuration), received.LockedUntil);
    }

    [TestMethod]
    public async Task Batch_is_stored_as_its_messages()
    {
        using var batch = await sender.CreateMessageBatchAsync(Cancellation);
        for (var number = 0; number < 3; number++)
        {
            Assert.IsTrue(batch.TryAddMessage(new("x") { MessageId = $"{number}" }));
        }

        await sender.SendMessagesAsync(batch, Cancellation);

        CollectionAssert.AreEqual(new[] { "0", "1", "2" }, queue.Messages.Select(message => message.Sent.MessageId).ToArray());
    }

    [TestMethod]
    public async Task Message_is_scheduled_seen_and_cancelled()
    {
        var number = await sender.ScheduleMessageAsync(new("x") { MessageId = "1" }, time.GetUtcNow().AddMinutes(5), Cancellation);

        var peeked = await receiver.PeekMessageAsync(cancellationToken: Cancellation);
        Assert.AreEqual(ServiceBusMessageState.Scheduled, peeked.State);
        Assert.AreEqual(number, peeked.SequenceNumber);

        await sender.CancelScheduledMessageAsync(number, Cancellation);

        Assert.IsEmpty(queue.Messages);
    }

    [TestMethod]
    public async Task Scheduled_message_comes_to_a_receiver_that_waits()
    {
        await sender.SendMessageAsync(new("x") { ScheduledEnqueueTime = time.GetUtcNow().AddMinutes(5) }, Cancellation);
        var receiving = receiver.ReceiveMessageAsync(cancellationToken: Cancellation);

        time.Advance(TimeSpan.FromMinutes(5));

        Assert.IsNotNull(await receiving);
    }

    [TestMethod]
    public async Task Completed_message_is_gone()
    {
        await receiver.CompleteMessageAsync(await SendAndReceiveAsync(), Cancellation);

        Assert.IsEmpty(queue.Messages);
    }

    [TestMethod]
    public async Task Abandoned_message_comes_again()
    {
        await receiver.AbandonMessageAsync(await SendAndReceiveAsync(), cancellationToken: Cancellation);

        Assert.AreEqual(2, (await receiver.ReceiveMessageAsync(cancellationToken: Cancellation)).DeliveryCount);
    }

    [TestMethod]
    public async Task Dead_letter_is_received_with_its_reason()
    {
        await receiver.DeadLetterMessageAsync(await SendAndReceiveAsync(), "crm_refused", "The CRM answered 400.", Cancellation);

        await using var dead = client.CreateReceiver("leads", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        var letter = await dead.ReceiveMessageAsync(cancellationToken: Cancellation);
        Assert.AreEqual("crm_refused: The CRM answered 400.", $"{letter.DeadLetterReason}: {letter.DeadLetterErrorDescription}");
    }

    [TestMethod]
    public async Task Lock_that_ended_settles_and_renews_nothing()
    {
        var late = await SendAndReceiveAsync();
        time.Advance(LockDuration);

        await ThrowsAsync(ServiceBusFailureReason.MessageLockLost, receiver.RenewMessageLockAsync(late, Cancellation));
        await ThrowsAsync(ServiceBusFailureReason.MessageLockLost, receiver.CompleteMessageAsync(late, Cancellation));
    }

    [TestMethod]
    public async Task Renewed_lock_ends_later()
    {
        var message = await SendAndReceiveAsync();
        time.Advance(LockDuration / 2);

        await receiver.RenewMessageLockAsync(message, Cancellation);

        Assert.AreEqual(Milliseconds(time.GetUtcNow() + LockDuration), message.LockedUntil);
    }

    [TestMethod]
    public async Task Message_of_a_lost_connection_is_settled_by_its_token()
    {
        var message = await SendAndReceiveAsync();
        await using var other = new ServiceBusClient(server.ConnectionString);

        await other.CreateReceiver("leads").CompleteMessageAsync(message, Cancellation);

        Assert.IsEmpty(queue.Messages);
    }

    [TestMethod]
    [DataRow(Fault.QuotaExceeded, ServiceBusFailureReason.QuotaExceeded)]
    [DataRow(Fault.EntityDisabled, ServiceBusFailureReason.MessagingEntityDisabled)]
    [DataRow(Fault.EntityNotFound, ServiceBusFailureReason.MessagingEntityNotFound)]
    [DataRow(Fault.ServerBusy, ServiceBusFailureReason.ServiceBusy)]
    [DataRow(Fault.InternalError, ServiceBusFailureReason.GeneralError)]
    [DataRow(Fault.ConnectionDropped, ServiceBusFailureReason.ServiceCommunicationProblem)]
    public async Task Refused_message_is_not_stored(Fault fault, ServiceBusFailureReason reason)
    {
        server.Faults.Sends.Next(fault);

        await ThrowsAsync(reason, sender.SendMessageAsync(new("x"), Cancellation));

        Assert.IsEmpty(queue.Messages);
    }

    [TestMethod]
    public async Task Message_whose_acknowledgement_is_lost_is_stored()
    {
        server.Faults.Sends.Next(Fault.LostAcknowledgement);

        await ThrowsAsync(ServiceBusFailureReason.ServiceCommunicationProblem, sender.SendMessageAsync(new("x"), Cancellation));

        Assert.HasCount(1, queue.Messages);
    }

    [TestMethod]
    [DataRow(Fault.Hang, 0)]
    [DataRow(Fault.NoAcknowledgement, 1)]
    public async Task Call_without_an_answer_waits(Fault fault, int stored)
    {
        server.Faults.Sends.Next(fault);
        using var giveUp = new CancellationTokenSource();
        var sending = sender.SendMessageAsync(new("x"), giveUp.Token);
        await server.Faults.Sends.WaitForAsync(1, Cancellation);
        await queue.WaitUntilAsync(messages => messages.Count == stored, Cancellation);

        Assert.IsFalse(sending.IsCompleted);
        await giveUp.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => sending);
    }

    [TestMethod]
    public async Task Completion_whose_acknowledgement_is_lost_took_place()
    {
        var message = await SendAndReceiveAsync();
        server.Faults.Settlements.Next(Fault.LostAcknowledgement);

        await Assert.ThrowsAsync<ServiceBusException>(() => receiver.CompleteMessageAsync(message, Cancellation));

        Assert.IsEmpty(queue.Messages);
    }

    [TestMethod]
    public async Task Client_sends_again_after_its_connection_was_dropped()
    {
        await sender.SendMessageAsync(new("x"), Cancellation);
        server.DropConnections();

        await using var patient = new ServiceBusClient(server.ConnectionString);
        await patient.CreateSender("leads").SendMessageAsync(new("y"), Cancellation);

        Assert.HasCount(2, queue.Messages);
    }

    [TestMethod]
    public async Task Refused_token_is_told()
    {
        server.Faults.Tokens.Next(Fault.Unauthorized);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => sender.SendMessageAsync(new("x"), Cancellation));
    }

    [TestMethod]
    public async Task Token_of_another_key_is_refused()
    {
        await using var stranger = new ServiceBusClient(
            server.ConnectionString.Replace("SharedAccessKey=", "SharedAccessKey=A", StringComparison.Ordinal),
            new ServiceBusClientOptions { RetryOptions = new() { MaxRetries = 0 } });

        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => stranger.CreateSender("leads").SendMessageAsync(new("x"), Cancellation));
    }

    [TestMethod]
    public async Task Unknown_queue_is_not_found() =>
        await ThrowsAsync(
            ServiceBusFailureReason.MessagingEntityNotFound,
            client.CreateSender("unknown").SendMessageAsync(new("x"), Cancellation));

    private static async Task ThrowsAsync(ServiceBusFailureReason reason, Task call) =>
        Assert.AreEqual(reason, (await Assert.ThrowsAsync<ServiceBusException>(() => call)).Reason);

    /// <summary>The wire has no more than milliseconds.</summary>
    private static DateTimeOffset Milliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    private async Task<ServiceBusReceivedMessage> SendAndReceiveAsync()
    {
        await sender.SendMessageAsync(new("x") { MessageId = "1" }, Cancellation);
        return await receiver.ReceiveMessageAsync(cancellationToken: Cancellation);
    }
}
