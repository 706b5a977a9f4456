namespace LeadFilter.Pipeline.Ports;

/// <summary>What lies in a host's queues, for those who must look into messages and delete them: retention and erasure.</summary>
public interface IQueueContents
{
    /// <summary>Reads what lies in a queue, without receiving it. What comes or goes meanwhile may be read or not.</summary>
    /// <param name="queue">One of <see cref="QueueNames.All"/>.</param>
    /// <param name="dead">True for the dead letters, those that were given up first before others; false for all others.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The queue cannot be read.</exception>
    IAsyncEnumerable<KeptMessage> ReadAsync(string queue, bool dead, CancellationToken cancellation);

    /// <summary>Deletes messages for good: dead letters, and those that wait. One that is in hand stays.</summary>
    /// <param name="messages">The messages as they were read, all of one queue.</param>
    /// <param name="cancellation">Gives up; some may be deleted.</param>
    /// <returns>How many are deleted; one that is gone already does not count.</returns>
    /// <exception cref="StoreUnavailableException">Some may be deleted; delete them again.</exception>
    ValueTask<int> DeleteAsync(IReadOnlyList<KeptMessage> messages, CancellationToken cancellation);
}
