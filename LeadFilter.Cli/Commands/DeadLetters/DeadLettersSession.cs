using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Cli.Commands.DeadLetters;

/// <summary>The dead letters of an open data folder.</summary>
/// <param name="letters">The dead letters.</param>
/// <param name="store">What they are in; disposed with the session.</param>
/// <param name="folderLock">The folder's lock, disposed after that; null if it has none.</param>
internal sealed class DeadLettersSession(IDeadLetters letters, IAsyncDisposable store, IDisposable? folderLock = null) : IAsyncDisposable
{
    /// <summary>The dead letters.</summary>
    public IDeadLetters Letters { get; } = letters;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folderLock?.Dispose();
    }
}
