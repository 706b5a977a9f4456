using System.Collections.Frozen;
using Azure.Messaging.ServiceBus;
using LeadFilter.Functions.Queues;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>The queues of a fresh namespace in memory. Sending is the adapter's; receiving is the Functions host's, and here the namespace's.</summary>
internal sealed class ServiceBusQueueUnderTest : QueueUnderTest
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly InMemoryServiceBus bus;

    public ServiceBusQueueUnderTest()
    {
        bus = new(time);
        Queue = new ServiceBusLeadQueue(
            QueueNames.All.ToFrozenDictionary(name => name, bus.CreateSender),
            SendTries.Make(time, new Random(1)),
            NullLogger<ServiceBusLeadQueue>.Instance);
    }

    public override int MaxDeliveryCount => InMemoryQueue.MaxDeliveryCount;

    public override ILeadQueue Queue { get; }

    /// <summary>An operator of Service Bus has tools of his own.</summary>
    public override IDeadLetters DeadLetters => throw new NotSupportedException();

    public override DateTimeOffset Now => time.GetUtcNow();

    public override Task<IReadOnlyList<HeldMessage>> ReceiveAsync(string queue, int max) => Task.FromResult<IReadOnlyList<HeldMessage>>(
        [.. bus[queue].Receive(max).Select(message => new HeldMessage(ReceivedMessage.Read(message, queue), message.DeliveryCount, message))]);

    public override Task<bool> CompleteAsync(HeldMessage delivery) =>
        SettleAsync(delivery, (actions, message) => actions.CompleteMessageAsync(message));

    public override Task<bool> AbandonAsync(HeldMessage delivery) =>
        SettleAsync(delivery, (actions, message) => actions.AbandonMessageAsync(message));

    public override Task<bool> DeadLetterAsync(HeldMessage delivery, string reason, string description) => SettleAsync(
        delivery,
        (actions, message) => actions.DeadLetterMessageAsync(message, deadLetterReason: reason, deadLetterErrorDescription: description));

    public override Task<bool> RenewAsync(HeldMessage delivery) =>
        SettleAsync(delivery, (actions, message) => actions.RenewMessageLockAsync(message));

    public override Task PassAsync(TimeSpan span)
    {
        time.Advance(span);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => default;

    private async Task<bool> SettleAsync(HeldMessage delivery, Func<InMemoryActions, ServiceBusReceivedMessage, Task> settle)
    {
        try
        {
            await settle(new(bus[delivery.Message.Queue]), (ServiceBusReceivedMessage)delivery.Native);
            return true;
        }
        catch (ServiceBusException lost) when (lost.Reason == ServiceBusFailureReason.MessageLockLost)
        {
            return false;
        }
    }
}
