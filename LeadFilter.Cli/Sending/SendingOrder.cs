using System.Threading.Channels;

namespace LeadFilter.Cli.Sending;

/// <summary>
/// Hands leads to those who send them: a group's leads one after the other in the order of the file, everything else side by
/// side. At most a given number of leads is held, so a file of any size is read no faster than it is sent; beyond that, memory
/// grows only by one small entry for each group's name.
/// </summary>
/// <param name="room">How many leads may wait or be on their way.</param>
internal sealed class SendingOrder(int room) : IDisposable
{
    private readonly SemaphoreSlim places = new(room);
    private readonly Channel<SendingTurn> ready = Channel.CreateUnbounded<SendingTurn>();
    private readonly Dictionary<string, SendingGroup> groups = [];
    private readonly Lock gate = new();
    private long held;
    private bool complete;

    /// <summary>The leads that may be sent now; it ends when all leads are sent.</summary>
    public ChannelReader<SendingTurn> Ready => ready.Reader;

    /// <summary>Adds a lead, waiting for room.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async ValueTask AddAsync(LeadLine lead, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        lock (gate)
        {
            held++;
            var group = GroupOf(lead.Group);
            group.Waiting.Enqueue(lead);
            if (group.Waiting.Count is 1)
            {
                ready.Writer.TryWrite(new(group, group.Waiting.Peek()));
            }
        }
    }

    /// <summary>Says that no lead follows.</summary>
    public void Complete()
    {
        lock (gate)
        {
            complete = true;
            EndIfEmpty();
        }
    }

    /// <summary>Says that a lead is sent and answered.</summary>
    /// <param name="turn">The lead, as <see cref="Ready"/> gave it.</param>
    public void Sent(SendingTurn turn)
    {
        var group = turn.Group;
        lock (gate)
        {
            // A lead stays at the head of its group until it is answered: that is what keeps the group in order.
            group.Waiting.Dequeue();
            held--;
            if (group.Waiting.Count > 0)
            {
                ready.Writer.TryWrite(new(group, group.Waiting.Peek()));
            }

            EndIfEmpty();
        }

        places.Release();
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private SendingGroup GroupOf(string? name)
    {
        if (name is null)
        {
            return new();
        }

        if (!groups.TryGetValue(name, out var group))
        {
            groups.Add(name, group = new());
        }

        return group;
    }

    private void EndIfEmpty()
    {
        if (complete && held is 0)
        {
            ready.Writer.TryComplete();
        }
    }
}
