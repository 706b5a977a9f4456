using System.Collections.Frozen;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using LeadFilter.Functions.Queues;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Http;
using Microsoft.Extensions.Logging;
using Moq;

namespace LeadFilter.Tests.Azure.Queues;

[TestClass]
public sealed class ServiceBusLeadQueueTests : IDisposable
{
    private const string Marked = "marked-value";

    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Mock<ServiceBusSender> sender = new();
    private readonly TestLog log = new();
    private readonly HurriedClock clock = new();
    private readonly ServiceBusLeadQueue queue;

    public ServiceBusLeadQueueTests()
    {
        var senders = new Dictionary<string, ServiceBusSender> { [QueueNames.Leads] = sender.Object };
        queue = new(
            senders.ToFrozenDictionary(),
            SendTries.Make(clock, new Random(1)),
            LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<ServiceBusLeadQueue>());
    }

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => log.Dispose();

    private static IEnumerable<(Exception, string, bool)> Failures =>
    [
        (new ServiceBusException(Marked, ServiceBusFailureReason.ServiceBusy), "ServiceBusy", false),
        (new ServiceBusException(Marked, ServiceBusFailureReason.ServiceTimeout), "ServiceTimeout", false),
        (new ServiceBusException(Marked, ServiceBusFailureReason.ServiceCommunicationProblem), "ServiceCommunicationProblem", false),
        (new ServiceBusException(Marked, ServiceBusFailureReason.GeneralError), "GeneralError", false),
        (new TaskCanceledException(Marked), "TaskCanceledException", false),
        (new TimeoutException(Marked), "TimeoutException", false),
        (new ServiceBusException(Marked, ServiceBusFailureReason.MessagingEntityNotFound), "MessagingEntityNotFound", true),
        (new ServiceBusException(Marked, ServiceBusFailureReason.MessagingEntityDisabled), "MessagingEntityDisabled", true),
        (new ServiceBusException(Marked, ServiceBusFailureReason.QuotaExceeded), "QuotaExceeded", true),
        (new ServiceBusException(Marked, ServiceBusFailureReason.MessageSizeExceeded), "MessageSizeExceeded", true),
        (new UnauthorizedAccessException(Marked), "UnauthorizedAccessException", true),
        (new AuthenticationFailedException(Marked), "AuthenticationFailedException", true),
    ];

    [TestMethod]
    public async Task Message_is_sent_with_its_id_subject_type_and_properties()
    {
        var sent = await SendAsync(Message());

        Assert.AreEqual("lead-1", sent.MessageId);
        Assert.AreEqual("lead", sent.Subject);
        Assert.AreEqual("application/json", sent.ContentType);
        Assert.AreEqual("""{"a":1}""", sent.Body.ToString());
        Assert.AreEqual("solar", sent.ApplicationProperties["campaign"]);
        Assert.AreEqual(default, sent.ScheduledEnqueueTime);
    }

    [TestMethod]
    public async Task Message_for_later_is_scheduled() =>
        Assert.AreEqual(Noon, (await SendAsync(Message() with { NotBefore = Noon })).ScheduledEnqueueTime);

    [TestMethod]
    public async Task Call_waits_for_the_acknowledgement()
    {
        var acknowledged = new TaskCompletionSource();
        sender.Setup(each => each.SendMessageAsync(It.IsAny<ServiceBusMessage>(), It.IsAny<CancellationToken>())).Returns(acknowledged.Task);

        var sending = queue.SendAsync(Message(), TestContext.CancellationToken);

        Assert.IsFalse(sending.IsCompleted);
        acknowledged.SetResult();
        await sending;
    }

    [TestMethod]
    [DynamicData(nameof(Failures))]
    public async Task Failure_is_told_by_its_reason_and_without_its_content(Exception failure, string reason, bool isForOperator)
    {
        Fail(failure);

        var told = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(async () => await queue.SendAsync(Message(), TestContext.CancellationToken));

        Assert.AreEqual($"Queue leads did not take a message ({reason}).", told.Message);
        Assert.DoesNotContain(Marked, told + string.Concat(log.Errors), StringComparison.Ordinal);
        Assert.AreEqual(
            isForOperator ? $"Queue leads takes no messages until somebody fixes it: {reason}" : "", string.Concat(log.Errors));
    }

    [TestMethod]
    [DataRow(ServiceBusFailureReason.ServiceBusy)]
    [DataRow(ServiceBusFailureReason.ServiceTimeout)]
    [DataRow(ServiceBusFailureReason.ServiceCommunicationProblem)]
    public async Task Message_that_was_refused_in_passing_is_sent_again_after_a_short_pause(ServiceBusFailureReason reason)
    {
        Answer(_ => Task.FromException(new ServiceBusException(Marked, reason)), _ => Task.CompletedTask);

        await queue.SendAsync(Message(), TestContext.CancellationToken);

        Assert.IsLessThan(TimeSpan.FromSeconds(1), clock.Pauses.Single());
    }

    [TestMethod]
    public async Task Queue_that_stays_busy_is_tried_four_times()
    {
        Fail(new ServiceBusException(Marked, ServiceBusFailureReason.ServiceBusy));

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(async () => await queue.SendAsync(Message(), TestContext.CancellationToken));

        sender.Verify(each => each.SendMessageAsync(It.IsAny<ServiceBusMessage>(), It.IsAny<CancellationToken>()), Times.Exactly(4));
    }

    // The client holds back what is sent next until then, or for ten seconds: see ServiceBusRetryPolicy.ScheduleResetServerBusy.
    [TestMethod]
    public async Task Token_of_a_try_is_cancelled_when_the_try_is_over()
    {
        var first = CancellationToken.None;
        var cancelledBeforeTheNext = false;
        Answer(
            token =>
            {
                first = token;
                return Task.FromException(new ServiceBusException(Marked, ServiceBusFailureReason.ServiceBusy));
            },
            _ =>
            {
                cancelledBeforeTheNext = first.IsCancellationRequested;
                return Task.CompletedTask;
            });

        await queue.SendAsync(Message(), TestContext.CancellationToken);

        Assert.IsTrue(cancelledBeforeTheNext);
    }

    [TestMethod]
    public async Task Message_that_nobody_acknowledges_is_given_up_when_its_time_is_over_and_may_have_arrived()
    {
        Answer(token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        var sending = queue.SendAsync(Message(), TestContext.CancellationToken);

        clock.Advance(SendTries.Budget - TimeSpan.FromMilliseconds(1));
        Assert.IsFalse(sending.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        var told = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(async () => await sending);
        Assert.IsFalse(told.HadNoEffect);
    }

    [TestMethod]
    public async Task Caller_that_gives_up_is_told_so()
    {
        using var giveUp = new CancellationTokenSource();
        await giveUp.CancelAsync();
        Fail(new TaskCanceledException());

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await queue.SendAsync(Message(), giveUp.Token));
    }

    [TestMethod]
    public async Task Mistake_of_ours_is_no_failure_of_the_queue()
    {
        Fail(new InvalidOperationException());

        await Assert.ThrowsExactlyAsync<InvalidOperationException>(async () => await queue.SendAsync(Message(), TestContext.CancellationToken));
    }

    private static QueueMessage Message() => new()
    {
        Queue = QueueNames.Leads,
        MessageId = "lead-1",
        Subject = "lead",
        Body = """{"a":1}"""u8.ToArray(),
        Properties = new Dictionary<string, string> { ["campaign"] = "solar" },
    };

    /// <summary>Answers one send after the other.</summary>
    private void Answer(params ReadOnlySpan<Func<CancellationToken, Task>> answers)
    {
        var left = new Queue<Func<CancellationToken, Task>>(answers.ToArray());
        sender.Setup(each => each.SendMessageAsync(It.IsAny<ServiceBusMessage>(), It.IsAny<CancellationToken>()))
            .Returns((ServiceBusMessage _, CancellationToken token) => left.Dequeue()(token));
    }

    private void Fail(Exception failure) =>
        sender.Setup(each => each.SendMessageAsync(It.IsAny<ServiceBusMessage>(), It.IsAny<CancellationToken>())).ThrowsAsync(failure);

    private async Task<ServiceBusMessage> SendAsync(QueueMessage message)
    {
        ServiceBusMessage? sent = null;
        sender.Setup(each => each.SendMessageAsync(It.IsAny<ServiceBusMessage>(), It.IsAny<CancellationToken>()))
            .Callback((ServiceBusMessage each, CancellationToken _) => sent = each)
            .Returns(Task.CompletedTask);
        await queue.SendAsync(message, TestContext.CancellationToken);
        return sent!;
    }
}
