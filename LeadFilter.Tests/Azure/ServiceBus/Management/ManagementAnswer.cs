using LeadFilter.Tests.Azure.ServiceBus.Faults;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace LeadFilter.Tests.Azure.ServiceBus.Management;

/// <summary>An answer to a request to <c>$management</c>.</summary>
/// <param name="Status">As of HTTP.</param>
/// <param name="Values">What was asked for; null for nothing.</param>
/// <param name="Error">What went wrong; null for nothing.</param>
internal sealed record ManagementAnswer(int Status, AmqpMap? Values = null, Error? Error = null)
{
    private const int Ok = 200;
    private const int NoContent = 204;
    private const int NotThere = 404;
    private const int Gone = 410;
    private const int NotImplemented = 501;
    private const int Unavailable = 503;

    /// <summary>It took place, and there is nothing to tell.</summary>
    public static ManagementAnswer Done { get; } = new(Ok, []);

    /// <summary>There is no message.</summary>
    public static ManagementAnswer Empty { get; } = new(NoContent);

    /// <summary>There is no such message.</summary>
    public static ManagementAnswer NotFound { get; } = new(NotThere, Error: ErrorCodes.NotFound());

    /// <summary>A lock does not hold.</summary>
    public static ManagementAnswer LockLost { get; } = new(Gone, Error: ErrorCodes.LockLost());

    /// <summary>It took place.</summary>
    /// <param name="key">What was asked for.</param>
    /// <param name="value">Its value.</param>
    public static ManagementAnswer With(string key, object value) => new(Ok, new AmqpMap { [new MapKey(key)] = value });

    /// <summary>The server does not know the operation.</summary>
    /// <param name="operation">Its name.</param>
    public static ManagementAnswer Unknown(string? operation) =>
        new(NotImplemented, Error: ErrorCodes.Error(AmqpErrorCode.NotImplemented, $"This server does not know the operation {operation}."));

    /// <summary>The operation is refused.</summary>
    /// <param name="error">Why.</param>
    public static ManagementAnswer Refused(Error error) => new(Unavailable, Error: error);

    /// <summary>The answer for the wire.</summary>
    public AmqpMessage ToMessage()
    {
        var message = Values is null ? AmqpMessage.Create() : AmqpMessage.Create(new AmqpValue { Value = Values });
        message.ApplicationProperties = new ApplicationProperties();
        message.ApplicationProperties.Map[Keys.StatusCode] = Status;
        if (Error is not null)
        {
            message.ApplicationProperties.Map[Keys.ErrorCondition] = Error.Condition;
            message.ApplicationProperties.Map[Keys.StatusDescription] = Error.Description;
        }

        return message;
    }
}
