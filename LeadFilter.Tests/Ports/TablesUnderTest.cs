using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>Empty tables of one test, which end with it.</summary>
public abstract class TablesUnderTest : IAsyncDisposable
{
    public abstract ITables Tables { get; }

    public abstract ValueTask DisposeAsync();
}
