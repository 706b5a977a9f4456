using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Cli.Commands.DeadLetters;

/// <summary>The dead letters of an open data folder.</summary>
/// <param name="letters">The dead letters.</param>
/// <param name="store">What they are in; disposed with the session.</param>
internal sealed class DeadLettersSession(IDeadLetters letters, IAsyncDisposable store) : IAsyncDisposable
{
    /// <summary>The dead letters.</summary>
    public IDeadLetters Letters { get; } = letters;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();
}
