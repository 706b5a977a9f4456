using System.Runtime.CompilerServices;
using LeadFilter.Cli.Commands.DeadLetters;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Cli.DeadLetters;

/// <summary>Dead letters in memory, as a data folder would hold them.</summary>
internal sealed class ListedDeadLetters : IDeadLetters, IAsyncDisposable
{
    public List<DeadLetter> Dead { get; } = [];

    public List<string> Replayed { get; } = [];

    public bool Closed { get; private set; }

    public OpenDeadLetters Open => (_, _) => ValueTask.FromResult<DeadLettersSession?>(new(this, this));

    public ListedDeadLetters Add(string id, string queue = QueueNames.Leads, params (string Name, string Value)[] properties)
    {
        Dead.Add(new(
            queue,
            id,
            new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.FromHours(1)),
            "crm_refused",
            "The CRM answered 422",
            3,
            properties.ToDictionary(one => one.Name, one => one.Value)));
        return this;
    }

    public async IAsyncEnumerable<DeadLetter> ListAsync(string queue, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var letter in Dead.Where(one => one.Queue == queue).ToArray())
        {
            await Task.Yield();
            yield return letter;
        }
    }

    public ValueTask<bool> ReplayAsync(string queue, string messageId, CancellationToken cancellation)
    {
        var known = Remove(queue, messageId);
        if (known)
        {
            Replayed.Add(messageId);
        }

        return ValueTask.FromResult(known);
    }

    public ValueTask<bool> DropAsync(string queue, string messageId, CancellationToken cancellation) =>
        ValueTask.FromResult(Remove(queue, messageId));

    public ValueTask DisposeAsync()
    {
        Closed = true;
        return ValueTask.CompletedTask;
    }

    private bool Remove(string queue, string id) => Dead.RemoveAll(one => one.Queue == queue && one.MessageId == id) > 0;
}
