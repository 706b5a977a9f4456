using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Campaigns;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline.Batches;
using LeadFilter.Pipeline.Duplicates;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>The purchases of a filter, by its admin API.</summary>
/// <param name="admin">The filter; disposed with this.</param>
/// <param name="campaign">The campaign.</param>
internal sealed class RemoteClaims(AdminApi admin, CampaignId campaign) : IClaimsTarget
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public async Task<PastTally> KeepAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return new(0, 0, 0, []);
        }

        var lines = rows.Select(static row => JsonSerializer.Serialize(
            row.Cells.DistinctBy(static cell => cell.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(static cell => cell.Key, static cell => cell.Value), Plain));
        var answer = await admin.SendAsync<Kept>(
            HttpMethod.Post, FilterAddress.Of(admin.Url, Addresses.ImportClaims, campaign.ToString()), string.Join('\n', lines), "application/x-ndjson", cancellation);
        return new(answer.Added, answer.AlreadyThere, answer.TooOld, ImportProblems.AtLines(answer.Problems, answer.Invalid, [.. rows.Select(static row => row.Line)]));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed record Kept
    {
        public long Added { get; init; }

        public long AlreadyThere { get; init; }

        public long TooOld { get; init; }

        public int Invalid { get; init; }

        public IReadOnlyList<InvalidValue> Problems { get; init; } = [];
    }
}
