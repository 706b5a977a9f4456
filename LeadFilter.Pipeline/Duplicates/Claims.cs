using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>
/// Who bought whom: a row for each identity, held by the lead that claimed it first, until the campaign's window ends.
/// Inserting a row is what decides between leads that come at once.
/// </summary>
/// <param name="tables">The tables.</param>
public sealed class Claims(ITables tables)
{
    private const string HolderProperty = "Lead";
    private const string ExpiryProperty = "ExpiresAt";

    private readonly ITable table = tables[TableNames.Claims];

    /// <summary>
    /// Claims identities for a lead, one after the other in the order given, which is the same for all leads: of any leads
    /// that share an identity, the one that holds the last contested identity always gets on.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="identities">The identities' hashes, ascending.</param>
    /// <param name="lead">The lead's id. An identity that it holds already, from an earlier attempt, counts as claimed.</param>
    /// <param name="receivedAt">When the lead was received.</param>
    /// <param name="window">How long the claim lasts.</param>
    /// <param name="stopAtConflict">Whether the first identity that another lead holds ends it; else the others are claimed all the same.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The place in the list of the first identity that another lead holds; null if there is none.</returns>
    public async ValueTask<int?> TakeAsync(
        CampaignId campaign,
        IReadOnlyList<string> identities,
        LeadId lead,
        DateTimeOffset receivedAt,
        TimeSpan window,
        bool stopAtConflict,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(identities);
        int? conflict = null;
        for (var at = 0; at < identities.Count && (conflict is null || !stopAtConflict); at++)
        {
            var row = KeyedRow(campaign, identities[at])
                .Set(HolderProperty, lead.ToString())
                .Set(ExpiryProperty, receivedAt + window);
            if (!await TakeOneAsync(row, lead, receivedAt, cancellation))
            {
                conflict ??= at;
            }
        }

        return conflict;
    }

    /// <summary>Whether a lead that has not been bought holds an identity in common with one that has.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="identities">The identities' hashes.</param>
    /// <param name="at">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<bool> AnyHeldAsync(CampaignId campaign, IReadOnlyList<string> identities, DateTimeOffset at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(identities);
        foreach (var identity in identities)
        {
            var key = KeyedRow(campaign, identity);
            if (await table.FindAsync(key.PartitionKey, key.RowKey, cancellation) is { } held && !HasExpired(held, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives claims back, for a lead that is not bought after all: those that it holds, whether or not it knows.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="identities">The identities' hashes.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async ValueTask GiveBackAsync(CampaignId campaign, IEnumerable<string> identities, LeadId lead, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(identities);
        foreach (var identity in identities)
        {
            var key = KeyedRow(campaign, identity);
            if (await table.FindAsync(key.PartitionKey, key.RowKey, cancellation) is { } held && held.Text(HolderProperty) == lead.ToString())
            {
                await table.TryDeleteAsync(held, cancellation);
            }
        }
    }

    private static Row KeyedRow(CampaignId campaign, string identity) => new(identity[..3], $"{campaign}|{identity}");

    private static bool HasExpired(Row held, DateTimeOffset at) =>
        held.TryGet<DateTimeOffset>(ExpiryProperty, out var expiry) && expiry <= at;

    private async ValueTask<bool> TakeOneAsync(Row row, LeadId lead, DateTimeOffset at, CancellationToken cancellation)
    {
        while (!await table.TryInsertAsync(row, cancellation))
        {
            var held = await table.FindAsync(row.PartitionKey, row.RowKey, cancellation);
            if (held is null)
            {
                continue;
            }

            if (held.Text(HolderProperty) == lead.ToString())
            {
                return true;
            }

            if (!HasExpired(held, at))
            {
                return false;
            }

            row.ETag = held.ETag;
            if (await table.TryReplaceAsync(row, cancellation))
            {
                return true;
            }
        }

        return true;
    }
}
