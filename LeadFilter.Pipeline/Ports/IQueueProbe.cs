namespace LeadFilter.Pipeline.Ports;

/// <summary>Asks the queues of this installation whether they answer.</summary>
public interface IQueueProbe
{
    /// <summary>Asks each queue. Nothing is sent, received or changed.</summary>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="StoreUnavailableException">A queue did not answer.</exception>
    ValueTask AskAsync(CancellationToken cancellation);
}
