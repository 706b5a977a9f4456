using Azure.Messaging.ServiceBus;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>Runs a function for each message of a queue, as the Functions host does: with locks, without completing by itself.</summary>
internal sealed class FunctionTrigger : IAsyncDisposable
{
    private readonly ServiceBusProcessor processor;
    private int running;

    private FunctionTrigger(
        ServiceBusProcessor processor, Func<ServiceBusReceivedMessage, SettlingActions, CancellationToken, Task> function)
    {
        this.processor = processor;
        processor.ProcessMessageAsync += received => RunAsync(() => function(received.Message, new(received), received.CancellationToken));
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
    }

    /// <summary>Whether the function runs for any message.</summary>
    public bool IsRunning => Volatile.Read(ref running) > 0;

    /// <summary>Starts.</summary>
    /// <param name="client">How Service Bus is reached.</param>
    /// <param name="queue">The queue's name there.</param>
    /// <param name="maxConcurrentCalls">How many messages it works on at a time. The host's default is 16 for each core.</param>
    /// <param name="function">The function.</param>
    public static async Task<FunctionTrigger> StartAsync(
        ServiceBusClient client,
        string queue,
        int maxConcurrentCalls,
        Func<ServiceBusReceivedMessage, SettlingActions, CancellationToken, Task> function)
    {
        var trigger = new FunctionTrigger(
            client.CreateProcessor(
                queue, new ServiceBusProcessorOptions { AutoCompleteMessages = false, MaxConcurrentCalls = maxConcurrentCalls }),
            function);
        await trigger.processor.StartProcessingAsync();
        return trigger;
    }

    /// <summary>Tells the functions that the host stops, and waits for them.</summary>
    public ValueTask DisposeAsync() => processor.DisposeAsync();

    private async Task RunAsync(Func<Task> function)
    {
        Interlocked.Increment(ref running);
        try
        {
            await function();
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
