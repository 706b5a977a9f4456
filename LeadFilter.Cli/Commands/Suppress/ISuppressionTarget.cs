using LeadFilter.Pipeline.Suppression;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>Where the suppression lists are: in a data folder, or behind a filter's admin API.</summary>
internal interface ISuppressionTarget : IAsyncDisposable
{
    /// <summary>Puts values on a list.</summary>
    /// <param name="batch">The values; at most 1,000.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Pipeline.Ports.StoreUnavailableException">Nobody answers.</exception>
    Task<SuppressionTally> AddAsync(SuppressionBatch batch, CancellationToken cancellation);

    /// <summary>Takes values off a list.</summary>
    /// <param name="batch">The values; at most 1,000.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Pipeline.Ports.StoreUnavailableException">Nobody answers.</exception>
    Task<SuppressionTally> RemoveAsync(SuppressionBatch batch, CancellationToken cancellation);

    /// <summary>Counts every list.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Pipeline.Ports.StoreUnavailableException">Nobody answers.</exception>
    Task<IReadOnlyList<SuppressionCount>> CountAsync(CancellationToken cancellation);
}
