using System.Collections.Frozen;
using Azure.Messaging.ServiceBus;
using LeadFilter.Functions.Queues;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Azure.ServiceBus;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>
/// The queues of a fresh namespace over the wire: the adapter sends, and triggers receive as those of the Functions host do.
/// </summary>
internal sealed class ServiceBusQueueUnderTest : QueueUnderTest
{
    // As many as a test holds at a time: a trigger receives nothing while it works on so many.
    private const int MaxHeld = 256;

    // The client compares ends of locks with the real time.
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    private readonly MessageSettler settler = new(NullLogger<MessageSettler>.Instance);
    private readonly ServiceBusServer server;
    private readonly ServiceBusClient client;
    private readonly Dictionary<string, DeliveryInbox> inboxes = [];
    private readonly List<FunctionTrigger> triggers = [];

    private ServiceBusQueueUnderTest()
    {
        server = new(time);
        client = new(server.ConnectionString);
        Queue = new ServiceBusLeadQueue(
            QueueNames.All.ToFrozenDictionary(name => name, client.CreateSender),
            SendTries.Make(TimeProvider.System, Random.Shared),
            NullLogger<ServiceBusLeadQueue>.Instance);
        Contents = new ServiceBusContents(QueueNames.All.ToFrozenDictionary(name => name, name => ServiceBusLinks.To(client, name)));
    }

    public override int MaxDeliveryCount => 3;

    public override ILeadQueue Queue { get; }

    /// <summary>An operator of Service Bus has tools of his own.</summary>
    public override IDeadLetters DeadLetters => throw new NotSupportedException();

    public override IQueueContents Contents { get; }

    public override DateTimeOffset Now => time.GetUtcNow();

    public static async Task<QueueUnderTest> OpenAsync()
    {
        var opened = new ServiceBusQueueUnderTest();
        foreach (var name in QueueNames.All)
        {
            await opened.AddAsync(name);
        }

        return opened;
    }

    public override async Task<IReadOnlyList<HeldMessage>> ReceiveAsync(string queue, int max) =>
        [.. (await inboxes[queue].TakeAsync(max)).Select(
            delivery => new HeldMessage(ReceivedMessage.Read(delivery.Message, queue), delivery.Message.DeliveryCount, delivery))];

    public override Task<bool> CompleteAsync(HeldMessage delivery) => Received(delivery).EndAsync(Settlement.Complete);

    public override Task<bool> AbandonAsync(HeldMessage delivery) => Received(delivery).AbandonAsync();

    public override Task<bool> DeadLetterAsync(HeldMessage delivery, string reason, string description) =>
        Received(delivery).EndAsync(Settlement.DeadLetter(reason, description));

    public override Task<bool> RenewAsync(HeldMessage delivery) => Received(delivery).RenewAsync();

    public override Task PassAsync(TimeSpan span)
    {
        time.Advance(span);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var trigger in triggers)
        {
            await trigger.DisposeAsync();
        }

        await client.DisposeAsync();
        await server.DisposeAsync();
    }

    private static ReceivedDelivery Received(HeldMessage delivery) => (ReceivedDelivery)delivery.Native;

    private async Task AddAsync(string name)
    {
        var inbox = new DeliveryInbox(server.AddQueue(name, new() { LockDuration = LockDuration, MaxDeliveryCount = MaxDeliveryCount }));
        inboxes.Add(name, inbox);
        triggers.Add(await FunctionTrigger.StartAsync(client, name, MaxHeld, (message, actions, stopping) =>
        {
            var delivery = new ReceivedDelivery(message, actions);
            inbox.Put(delivery);
            return delivery.RunAsync(settler, name, stopping);
        }));
    }
}
