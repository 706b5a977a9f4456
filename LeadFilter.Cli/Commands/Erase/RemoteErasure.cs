using System.Text.Json;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Endpoints.Documents;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.Erase;

/// <summary>Erases in a filter elsewhere, by its admin API. Values travel in the body, never in the address.</summary>
/// <param name="admin">The filter; disposed with this.</param>
internal sealed class RemoteErasure(AdminApi admin) : IErasureTarget
{
    /// <inheritdoc/>
    public Task<ErasureDocument> EraseAsync(IReadOnlyList<string> values, bool dryRun, CancellationToken cancellation) =>
        admin.SendAsync(
            HttpMethod.Post,
            FilterAddress.Of(admin.Url, Addresses.ErasePerson, [], dryRun ? "?dryRun=true" : ""),
            JsonSerializer.Serialize(values, EraseJson.Default.IReadOnlyListString),
            "application/json",
            EraseJson.Default.ErasureDocument,
            cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        return ValueTask.CompletedTask;
    }
}
