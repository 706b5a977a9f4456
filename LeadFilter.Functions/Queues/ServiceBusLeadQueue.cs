using System.Collections.Frozen;
using Azure.Messaging.ServiceBus;
using LeadFilter.Pipeline.Ports;
using Microsoft.Extensions.Logging;
using Polly;

namespace LeadFilter.Functions.Queues;

/// <summary>The queues of a Service Bus namespace. They detect duplicates by message id, for as long as each queue is set to.</summary>
/// <param name="senders">A long-lived sender for each name in <see cref="QueueNames.All"/>.</param>
/// <param name="tries">Tries a send again.</param>
/// <param name="logger">Where to say what an operator must fix.</param>
internal sealed partial class ServiceBusLeadQueue(
    FrozenDictionary<string, ServiceBusSender> senders, ResiliencePipeline tries, ILogger<ServiceBusLeadQueue> logger) : ILeadQueue
{
    private const string Json = "application/json";

    /// <inheritdoc/>
    public async ValueTask SendAsync(QueueMessage message, CancellationToken cancellation)
    {
        var sender = senders[message.Queue];
        try
        {
            await tries.ExecuteAsync(static (send, stop) => TryAsync(send.sender, send.message, stop), (sender, message), cancellation);
        }
        catch (Exception failure) when (SendFailure.Is(failure, cancellation))
        {
            if (SendFailure.IsForOperator(failure))
            {
                NeedsAnOperator(logger, message.Queue, SendFailure.ReasonOf(failure));
            }

            throw SendFailure.Of(message.Queue, failure);
        }
    }

    /// <summary>
    /// Sends once. A sender that was told ServiceBusy holds back whatever is sent next, until ten seconds are over or the token
    /// of the send that was told so is cancelled: so it is cancelled as soon as the send is over.
    /// </summary>
    private static async ValueTask TryAsync(ServiceBusSender sender, QueueMessage message, CancellationToken cancellation)
    {
        using var trying = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await sender.SendMessageAsync(Write(message), trying.Token);
        }
        finally
        {
            await trying.CancelAsync();
        }
    }

    private static ServiceBusMessage Write(QueueMessage message)
    {
        var sent = new ServiceBusMessage(message.Body)
        {
            MessageId = message.MessageId,
            Subject = message.Subject,
            ContentType = Json,
        };
        if (message.NotBefore is { } at)
        {
            sent.ScheduledEnqueueTime = at;
        }

        foreach (var (name, value) in message.Properties)
        {
            sent.ApplicationProperties.Add(name, value);
        }

        return sent;
    }

    [LoggerMessage(EventId = 6101, Level = LogLevel.Error, Message = "Queue {Queue} takes no messages until somebody fixes it: {Reason}")]
    private static partial void NeedsAnOperator(ILogger logger, string queue, string reason);
}
