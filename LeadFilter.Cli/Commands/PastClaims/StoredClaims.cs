using LeadFilter.Http.Rows;
using LeadFilter.Cli.Importing;
using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Batches;
using LeadFilter.Pipeline.Duplicates;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>The purchases in a data folder.</summary>
/// <param name="folder">The folder; closed with this.</param>
/// <param name="campaign">The campaign.</param>
/// <param name="time">The clock.</param>
internal sealed class StoredClaims(InstallationFolder folder, Campaign campaign, TimeProvider time) : IClaimsTarget
{
    private readonly PastPurchaseReader reader = new(campaign);
    private readonly PastPurchases past = new(new(folder.Tables, folder.Changes, campaigns: null), new(folder.Hasher), time);

    /// <inheritdoc/>
    public async Task<PastTally> KeepAsync(IReadOnlyList<FileRow> rows, CancellationToken cancellation)
    {
        var purchases = new List<PastPurchase>(rows.Count);
        var invalid = new List<InvalidValue>();
        foreach (var row in rows)
        {
            var draft = reader.NewDraft();
            foreach (var (name, text) in row.Cells)
            {
                draft.Add(name, text);
            }

            if (PastPurchaseReader.Read(row.Line, draft, out var problem) is { } purchase)
            {
                purchases.Add(purchase);
            }
            else
            {
                invalid.Add(new(row.Line, problem!));
            }
        }

        var tally = await past.KeepAsync(campaign, purchases, cancellation);
        return tally with { Invalid = [.. invalid.Concat(tally.Invalid).OrderBy(static one => one.Line)] };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => folder.DisposeAsync();
}
