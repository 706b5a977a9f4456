using LeadFilter.Http.Rows;
using LeadFilter.Pipeline.Duplicates;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>Where purchases of the past are kept: in a data folder, or behind a filter's admin API.</summary>
internal interface IClaimsTarget : IAsyncDisposable
{
    /// <summary>Keeps purchases.</summary>
    /// <param name="rows">The rows, their cells under the names of <see cref="PastPurchaseReader"/> and of fields; at most 1,000.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Pipeline.Ports.StoreUnavailableException">Nobody answers.</exception>
    Task<PastTally> KeepAsync(IReadOnlyList<FileRow> rows, CancellationToken cancellation);
}
