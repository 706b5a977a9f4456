using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LeadFilter.Tests.Azure.Queues;
using LeadFilter.Tests.Azure.Worker.Protocol;

namespace LeadFilter.Tests.Azure.Worker;

/// <summary>Settles the messages that a worker works on, by whoever received them.</summary>
internal sealed class SettlementService : Settlement.SettlementBase
{
    private readonly ConcurrentDictionary<string, (ServiceBusReceivedMessage Message, SettlingActions Actions)> held = new();

    /// <summary>Lets the worker settle a message.</summary>
    public void Hold(ServiceBusReceivedMessage message, SettlingActions actions) => held[message.LockToken] = (message, actions);

    /// <summary>No longer lets the worker settle a message.</summary>
    public void Release(ServiceBusReceivedMessage message) => held.TryRemove(message.LockToken, out _);

    public override async Task<Empty> Complete(CompleteRequest request, ServerCallContext context)
    {
        var (message, actions) = Find(request.Locktoken);
        await actions.CompleteMessageAsync(message, context.CancellationToken);
        return new();
    }

    public override async Task<Empty> Deadletter(DeadletterRequest request, ServerCallContext context)
    {
        var (message, actions) = Find(request.Locktoken);
        await actions.DeadLetterMessageAsync(
            message,
            deadLetterReason: request.DeadletterReason,
            deadLetterErrorDescription: request.DeadletterErrorDescription,
            cancellationToken: context.CancellationToken);
        return new();
    }

    private (ServiceBusReceivedMessage Message, SettlingActions Actions) Find(string lockToken) =>
        held.TryGetValue(lockToken, out var found)
            ? found
            : throw new RpcException(new(StatusCode.FailedPrecondition, "No message is held under this lock token."));
}
