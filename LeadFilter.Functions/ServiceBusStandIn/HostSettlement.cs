using Azure.Messaging.ServiceBus;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Has the Functions host settle messages, through the part of its gRPC service <c>Settlement</c> that is used.</summary>
/// <param name="host">The host's address.</param>
internal sealed class HostSettlement(Uri host) : ServiceBusMessageActions
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);

    private readonly CallInvoker calls = GrpcChannel.ForAddress(host).CreateCallInvoker();

    /// <inheritdoc/>
    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        CallAsync("Complete", [.. Field(1, message.LockToken)], cancellationToken);

    /// <inheritdoc/>
    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        CallAsync(
            "Deadletter",
            [
                .. Field(1, message.LockToken),
                .. Field(3, ByteString.CopyFrom(Field(1, deadLetterReason ?? ""))),
                .. Field(4, ByteString.CopyFrom(Field(1, deadLetterErrorDescription ?? ""))),
            ],
            cancellationToken);

    private static byte[] Field(int number, string text) => Field(number, ByteString.CopyFromUtf8(text));

    private static byte[] Field(int number, ByteString content)
    {
        using var written = new MemoryStream();
        using (var output = new CodedOutputStream(written, leaveOpen: true))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(content);
        }

        return written.ToArray();
    }

    private async Task CallAsync(string method, byte[] request, CancellationToken cancellation)
    {
        using var call = calls.AsyncUnaryCall(
            new Method<byte[], byte[]>(MethodType.Unary, "Settlement", method, Bytes, Bytes),
            host: null,
            new CallOptions(cancellationToken: cancellation),
            request);
        await call;
    }
}
