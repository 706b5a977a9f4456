using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Reads a message as the Functions host hands it to its worker: the lock token's 16 bytes, then the message in the form of AMQP.
/// </summary>
#pragma warning disable AZFW0009 // The worker looks for the attribute here, as it does in the real package.
[SupportsDeferredBinding]
#pragma warning restore AZFW0009
[SupportedTargetType(typeof(ServiceBusReceivedMessage))]
internal sealed class ReceivedMessageConverter : IInputConverter
{
    private const int LockTokenLength = 16;

    /// <inheritdoc/>
    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) =>
        new(context.Source is ModelBindingData bound ? ConversionResult.Success(Read(bound.Content)) : ConversionResult.Unhandled());

    private static ServiceBusReceivedMessage Read(BinaryData content) => ServiceBusReceivedMessage.FromAmqpMessage(
        AmqpAnnotatedMessage.FromBytes(BinaryData.FromBytes(content.ToMemory()[LockTokenLength..])),
        BinaryData.FromBytes(content.ToMemory()[..LockTokenLength]));
}
