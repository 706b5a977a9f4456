namespace LeadFilter.Scale;

/// <summary>What is to happen, in its order; of two at the same time, the one that was entered first.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Occurrence, (double At, long Order)> waiting = new();
    private long entered;

    /// <summary>Enters something.</summary>
    /// <param name="at">Seconds since the start.</param>
    /// <param name="what">What happens.</param>
    public void Add(double at, Occurrence what) => waiting.Enqueue(what, (at, entered++));

    /// <summary>Lets everything happen up to a time.</summary>
    /// <param name="end">Seconds since the start.</param>
    public void RunUntil(double end)
    {
        while (waiting.TryPeek(out var next, out var when) && when.At <= end)
        {
            waiting.Dequeue();
            next.Happen(when.At);
        }
    }
}
