using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Http.Rows;
using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Campaigns;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline.Duplicates;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>The purchases of a filter, by its admin API.</summary>
/// <param name="admin">The filter; disposed with this.</param>
/// <param name="campaign">The campaign.</param>
internal sealed class RemoteClaims(AdminApi admin, CampaignId campaign) : IClaimsTarget
{
    /// <inheritdoc/>
    public async Task<PastTally> KeepAsync(IReadOnlyList<FileRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return new(0, 0, 0, []);
        }

        var target = FilterAddress.Of(admin.Url, Addresses.ImportClaims, [campaign.ToString()]);
        var answer = await admin.SendAsync(
            HttpMethod.Post, target, RowLines.Of(rows), "application/x-ndjson", ClaimsJson.Default.KeptClaims, cancellation);
        var lines = rows.Select(static row => row.Line).ToList();
        return new(answer.Added, answer.AlreadyThere, answer.TooOld, ImportProblems.AtLines(answer.Problems, answer.Invalid, lines))
        {
            UnknownVendor = answer.UnknownVendor,
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        return ValueTask.CompletedTask;
    }
}
