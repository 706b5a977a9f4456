using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Converters;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Stands in for the class of Microsoft.Azure.Functions.Worker.Extensions.ServiceBus that settles a message: the
/// signatures that are used, without behaviour. The worker gets <see cref="HostSettlement"/>; the tests derive their own.
/// </summary>
[InputConverter(typeof(MessageActionsConverter))]
public class ServiceBusMessageActions
{
    /// <summary>For tests.</summary>
    protected ServiceBusMessageActions()
    {
    }

    /// <summary>Removes a message from its queue.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        throw StandIn();

    /// <summary>Gives a message back to its queue.</summary>
    /// <param name="message">The message.</param>
    /// <param name="propertiesToModify">Properties to change.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default) => throw StandIn();

    /// <summary>Moves a message to the dead-letter queue.</summary>
    /// <param name="message">The message.</param>
    /// <param name="propertiesToModify">Properties to change.</param>
    /// <param name="deadLetterReason">Why, in a word.</param>
    /// <param name="deadLetterErrorDescription">Why, in a sentence.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) => throw StandIn();

    /// <summary>Locks a message for longer.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public virtual Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        throw StandIn();

    private static NotSupportedException StandIn() =>
        new("This app was built without Microsoft.Azure.Functions.Worker.Extensions.ServiceBus: "
            + "build it with -p:ServiceBusExtension=true.");
}
