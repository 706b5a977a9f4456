using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>An empty store of one test, which ends with it.</summary>
public abstract class ChangesUnderTest : IAsyncDisposable
{
    public abstract IChanges Changes { get; }

    public abstract ITables Tables { get; }

    /// <summary>How many messages the queue of leads has.</summary>
    public abstract Task<long> CountMessagesAsync();

    public abstract ValueTask DisposeAsync();
}
