using Azure.Messaging.ServiceBus;
using LeadFilter.Functions.Queues;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Moq;

namespace LeadFilter.Tests.Azure.Queues;

[TestClass]
public sealed class MessageSettlerTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Mock<ServiceBusMessageActions> actions = new();
    private readonly TestLog log = new();
    private readonly MessageSettler settler;
    private readonly ServiceBusReceivedMessage message = ServiceBusModelFactory.ServiceBusReceivedMessage(
        body: BinaryData.FromString("{}"),
        messageId: "lead-1",
        subject: "lead",
        scheduledEnqueueTime: Noon,
        properties: new Dictionary<string, object> { ["campaign"] = "solar", ["attempt"] = 3 },
        lockedUntil: Noon.AddSeconds(60));

    public MessageSettlerTests() =>
        settler = new(LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<MessageSettler>());

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => log.Dispose();

    [TestMethod]
    public async Task Handler_gets_the_message_as_it_was_sent()
    {
        QueueMessage? handled = null;
        await SettleAsync((each, _) =>
        {
            handled = each;
            return Task.FromResult(Settlement.Complete);
        });

        Assert.AreEqual(QueueNames.Leads, handled!.Queue);
        Assert.AreEqual("lead-1", handled.MessageId);
        Assert.AreEqual("lead", handled.Subject);
        Assert.AreEqual(Noon, handled.NotBefore);
        Assert.AreEqual(2, handled.Body.Length);
        Assert.AreEqual("solar", handled.Properties["campaign"]);
        Assert.AreEqual("3", handled.Properties["attempt"]);
    }

    [TestMethod]
    public async Task Handled_message_is_completed()
    {
        await SettleAsync((_, _) => Task.FromResult(Settlement.Complete));

        actions.Verify(each => each.CompleteMessageAsync(message, It.IsAny<CancellationToken>()), Times.Once);
        actions.VerifyNoOtherCalls();
    }

    [TestMethod]
    public async Task Message_that_is_given_up_becomes_a_dead_letter_with_its_reason()
    {
        await SettleAsync((_, _) => Task.FromResult(Settlement.DeadLetter("crm_refused", "The CRM answered 400.")));

        VerifyBuried("crm_refused", "The CRM answered 400.");
    }

    [TestMethod]
    public async Task Description_of_a_dead_letter_is_cut_at_what_Service_Bus_takes()
    {
        await SettleAsync((_, _) => Task.FromResult(Settlement.DeadLetter("crm_refused", new string('a', 5000))));

        VerifyBuried("crm_refused", new string('a', 4096));
    }

    [TestMethod]
    public async Task Message_in_hand_when_the_host_stops_is_left_for_redelivery()
    {
        using var stopping = new CancellationTokenSource();
        var settling = settler.SettleAsync(
            QueueNames.Leads, message, actions.Object, (_, cancellation) => Forever(cancellation), stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => settling);
        actions.VerifyNoOtherCalls();
    }

    [TestMethod]
    public async Task Message_that_comes_when_the_host_stops_is_not_begun()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();
        var begun = false;

        await Assert.ThrowsAsync<OperationCanceledException>(() => settler.SettleAsync(
            QueueNames.Leads,
            message,
            actions.Object,
            (_, _) =>
            {
                begun = true;
                return Task.FromResult(Settlement.Complete);
            },
            stopping.Token));

        Assert.IsFalse(begun);
        actions.VerifyNoOtherCalls();
    }

    [TestMethod]
    public async Task Message_that_was_handled_while_the_host_stopped_is_completed()
    {
        using var stopping = new CancellationTokenSource();
        await settler.SettleAsync(
            QueueNames.Leads,
            message,
            actions.Object,
            async (_, _) =>
            {
                await stopping.CancelAsync();
                return Settlement.Complete;
            },
            stopping.Token);

        actions.Verify(each => each.CompleteMessageAsync(message, CancellationToken.None), Times.Once);
    }

    [TestMethod]
    public async Task Message_stays_locked_while_a_store_is_down()
    {
        await SettleAsync((_, _) => throw new StoreUnavailableException("down"));

        actions.VerifyNoOtherCalls();
    }

    [TestMethod]
    public async Task Mistake_of_ours_leaves_the_message_and_logs_no_content()
    {
        await SettleAsync((_, _) => throw new InvalidOperationException("marked-value"));

        actions.VerifyNoOtherCalls();
        var error = log.Errors.Single();
        Assert.StartsWith("Message lead-1 of queue leads failed with System.InvalidOperationException", error, StringComparison.Ordinal);
        Assert.DoesNotContain("marked-value", error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Message_whose_lock_is_lost_when_it_is_settled_comes_again()
    {
        actions.Setup(each => each.CompleteMessageAsync(message, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ServiceBusException("lost", ServiceBusFailureReason.MessageLockLost));

        await SettleAsync((_, _) => Task.FromResult(Settlement.Complete));

        actions.Verify(each => each.CompleteMessageAsync(message, It.IsAny<CancellationToken>()), Times.Once);
        actions.VerifyNoOtherCalls();
    }

    private static async Task<Settlement> Forever(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        return Settlement.Complete;
    }

    private Task SettleAsync(Func<QueueMessage, CancellationToken, Task<Settlement>> handle) =>
        settler.SettleAsync(QueueNames.Leads, message, actions.Object, handle, TestContext.CancellationToken);

    private void VerifyBuried(string reason, string description)
    {
        actions.Verify(
            each => each.DeadLetterMessageAsync(message, It.IsAny<Dictionary<string, object>>(), reason, description, It.IsAny<CancellationToken>()),
            Times.Once);
        actions.VerifyNoOtherCalls();
    }
}
