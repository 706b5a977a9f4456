namespace LeadFilter.Sqlite.Queues;

/// <summary>Wakes those who wait for a message of one queue.</summary>
internal sealed class Arrivals
{
    private TaskCompletionSource? next;

    /// <summary>
    /// Ends at the next <see cref="Announce"/>. Take it before looking into the queue: what comes after the look is then not missed.
    /// </summary>
    public Task Next
    {
        get
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref next, fresh, null) ?? fresh).Task;
        }
    }

    /// <summary>Wakes all who wait.</summary>
    public void Announce() => Interlocked.Exchange(ref next, null)?.TrySetResult();
}
