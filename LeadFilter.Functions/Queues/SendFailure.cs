using Azure.Identity;
using Azure.Messaging.ServiceBus;
using LeadFilter.Pipeline.Ports;
using Polly.Timeout;

namespace LeadFilter.Functions.Queues;

/// <summary>
/// What a Service Bus sender throws when it has not sent. Either way the vendor is told to send again; but some failures
/// pass by themselves (busy, time-out, connection lost), and others only when somebody fixes them.
/// </summary>
internal static class SendFailure
{
    /// <summary>Whether an exception is Service Bus's, and not a mistake of ours or the caller's giving up.</summary>
    /// <param name="failure">The exception. Without the right to send, the client throws an UnauthorizedAccessException.</param>
    /// <param name="cancellation">The caller's.</param>
    public static bool Is(Exception failure, CancellationToken cancellation) =>
        failure is ServiceBusException or UnauthorizedAccessException or AuthenticationFailedException
            or TimeoutException or TimeoutRejectedException
        || (failure is OperationCanceledException && !cancellation.IsCancellationRequested);

    /// <summary>
    /// Whether trying again is in vain until somebody acts: no such queue, disabled, full, a message too large, no rights.
    /// </summary>
    /// <param name="failure">The exception.</param>
    public static bool IsForOperator(Exception failure) => failure switch
    {
        ServiceBusException sent => sent.Reason is ServiceBusFailureReason.MessagingEntityNotFound
            or ServiceBusFailureReason.MessagingEntityDisabled
            or ServiceBusFailureReason.QuotaExceeded
            or ServiceBusFailureReason.MessageSizeExceeded,
        UnauthorizedAccessException or AuthenticationFailedException => true,
        _ => false,
    };

    /// <summary>The failure as the ports name it: without the client's exception, for nothing is known of what its message holds.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="failure">The exception.</param>
    public static StoreUnavailableException Of(string queue, Exception failure) =>
        new($"Queue {queue} did not take a message ({ReasonOf(failure)}).") { HadNoEffect = IsSure(failure) };

    /// <summary>What went wrong, in one word.</summary>
    /// <param name="failure">The exception.</param>
    public static string ReasonOf(Exception failure) =>
        failure is ServiceBusException sent ? sent.Reason.ToString() : failure.GetType().Name;

    /// <summary>
    /// Whether no try can have arrived. Only the last of several tries is told of: a queue that is busy or full now may have
    /// taken an earlier one. A send that was given up may have arrived, too.
    /// </summary>
    private static bool IsSure(Exception failure) =>
        failure is ServiceBusException
        {
            Reason: ServiceBusFailureReason.MessagingEntityNotFound or ServiceBusFailureReason.MessageSizeExceeded,
        };
}
