using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace LeadFilter.Tests.Azure.ServiceBus.Faults;

/// <summary>Errors as Service Bus names them on the wire.</summary>
internal static class ErrorCodes
{
    private static AmqpSymbol MessageLockLost { get; } = "com.microsoft:message-lock-lost";

    private static AmqpSymbol MessageNotFound { get; } = "com.microsoft:message-not-found";

    private static AmqpSymbol ServerBusy { get; } = "com.microsoft:server-busy";

    private static AmqpSymbol EntityDisabled { get; } = "com.microsoft:entity-disabled";

    /// <summary>The lock of a message has ended, or the message is gone.</summary>
    public static Error LockLost() =>
        Error(MessageLockLost, "The lock supplied is invalid. Either the lock expired, or the message has already been removed.");

    /// <summary>There is no such message, or it is not scheduled any more.</summary>
    public static Error NotFound() => Error(MessageNotFound, "The message could not be found.");

    /// <summary>The error of a refusal; null if the fault is none.</summary>
    /// <param name="fault">The fault.</param>
    public static Error? ErrorOf(Fault fault) => fault switch
    {
        Fault.ServerBusy => Error(ServerBusy, "The request was terminated because the entity is being throttled. Error code : 50009."),
        Fault.QuotaExceeded => Error(AmqpErrorCode.ResourceLimitExceeded, "The maximum entity size has been reached or exceeded."),
        Fault.EntityDisabled => Error(EntityDisabled, "The messaging entity is currently disabled."),
        Fault.EntityNotFound => Error(AmqpErrorCode.NotFound, "The messaging entity could not be found."),
        Fault.Unauthorized => Error(AmqpErrorCode.UnauthorizedAccess, "Unauthorized access. 'Send' claim(s) are required."),
        Fault.InternalError => Error(AmqpErrorCode.InternalError, "The service was unable to process the request."),
        _ => null,
    };

    /// <summary>An error.</summary>
    /// <param name="condition">Its code.</param>
    /// <param name="description">Its text.</param>
    public static Error Error(AmqpSymbol condition, string description) => new() { Condition = condition, Description = description };
}
