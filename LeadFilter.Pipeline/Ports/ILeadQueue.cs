namespace LeadFilter.Pipeline.Ports;

/// <summary>
/// Sends messages to the queues of this installation. A message is durable when the call returns. A second message with
/// the id of one that the same queue took within the last 24 hours is swallowed without an error.
/// </summary>
public interface ILeadQueue
{
    /// <summary>Sends a message, now or later.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Gives up waiting; the message may still be sent.</param>
    /// <exception cref="StoreUnavailableException">The queue did not acknowledge; unless it says otherwise,
    /// it may have taken the message all the same.</exception>
    ValueTask SendAsync(QueueMessage message, CancellationToken cancellation);
}
