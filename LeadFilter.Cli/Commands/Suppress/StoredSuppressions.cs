using LeadFilter.Cli.Importing;
using LeadFilter.Pipeline.Suppression;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>The suppression lists in a data folder.</summary>
internal sealed class StoredSuppressions : ISuppressionTarget
{
    private readonly InstallationFolder folder;
    private readonly SuppressionStore store;

    /// <summary>Uses a folder, which is closed with this.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">The clock.</param>
    public StoredSuppressions(InstallationFolder folder, TimeProvider time)
    {
        this.folder = folder;
        store = new(folder.Tables, new(folder.Hasher), new(folder.Tables, time), time);
    }

    /// <inheritdoc/>
    public Task<SuppressionTally> AddAsync(SuppressionBatch batch, CancellationToken cancellation) => store.AddAsync(batch, cancellation);

    /// <inheritdoc/>
    public Task<SuppressionTally> RemoveAsync(SuppressionBatch batch, CancellationToken cancellation) =>
        store.RemoveAsync(batch, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SuppressionCount>> CountAsync(CancellationToken cancellation) => store.CountAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => folder.DisposeAsync();
}
