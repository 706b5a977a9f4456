using LeadFilter.Http.Endpoints.Documents;

namespace LeadFilter.Cli.Commands.Erase;

/// <summary>Where a person is erased.</summary>
internal interface IErasureTarget : IAsyncDisposable
{
    /// <summary>Erases a person.</summary>
    /// <param name="values">The person's addresses and numbers.</param>
    /// <param name="dryRun">Whether only to look.</param>
    /// <param name="cancellation">Gives up; some may be erased.</param>
    /// <exception cref="Invocation.RefusedException">A value cannot be read.</exception>
    /// <exception cref="Pipeline.Ports.StoreUnavailableException">Some may be erased; do it again.</exception>
    Task<ErasureDocument> EraseAsync(IReadOnlyList<string> values, bool dryRun, CancellationToken cancellation);
}
