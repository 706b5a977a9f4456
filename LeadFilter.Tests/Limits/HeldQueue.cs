using System.Text;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Limits;

/// <summary>A queue whose acknowledgements wait until the test lets them go: what is sent to it is held in work.</summary>
/// <param name="queue">The real one.</param>
internal sealed class HeldQueue(ILeadQueue queue) : ILeadQueue
{
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> sent = [];
    private int held;

    /// <summary>How many have come.</summary>
    public int Held => Volatile.Read(ref held);

    /// <summary>What was sent, in the order in which the queue has it.</summary>
    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (sent)
            {
                return [.. sent];
            }
        }
    }

    public void Release() => release.SetResult();

    public async ValueTask SendAsync(QueueMessage message, CancellationToken cancellation)
    {
        Interlocked.Increment(ref held);
        await release.Task.WaitAsync(cancellation);
        await queue.SendAsync(message, cancellation);
        lock (sent)
        {
            sent.Add(Encoding.UTF8.GetString(message.Body.Span));
        }
    }
}
