namespace LeadFilter.Pipeline.Ports;

/// <summary>The messages that a host's queues have given up on, for its operator.</summary>
public interface IDeadLetters
{
    /// <summary>Lists a queue's dead letters, oldest first.</summary>
    /// <param name="queue">One of <see cref="QueueNames.All"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    IAsyncEnumerable<DeadLetter> ListAsync(string queue, CancellationToken cancellation);

    /// <summary>Puts a dead letter back into its queue, to be received at once with a delivery count of 0.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="messageId">The message's id.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>False if there is no such dead letter.</returns>
    ValueTask<bool> ReplayAsync(string queue, string messageId, CancellationToken cancellation);

    /// <summary>Deletes a dead letter for good.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="messageId">The message's id.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>False if there is no such dead letter.</returns>
    ValueTask<bool> DropAsync(string queue, string messageId, CancellationToken cancellation);
}
