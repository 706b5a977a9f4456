using System.Runtime.CompilerServices;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Ledger;

/// <summary>
/// What is known of each bought lead by its id: what was paid and where it went. An entry is written with the delivery, never on the
/// way to the vendor, and makes a message that comes twice harmless. Rows are only inserted, and the first one stands, so that any of
/// them may be written again and none depends on another. For leads that are not delivered yet, see <see cref="BoughtLeads"/>.
/// </summary>
/// <param name="tables">The tables.</param>
public sealed class LeadLedger(ITables tables)
{
    private readonly ITable table = tables[TableNames.Ledger];

    /// <summary>Finds what is known of a lead.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if nothing is.</returns>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async ValueTask<LedgerEntry?> FindAsync(LeadId lead, CancellationToken cancellation)
    {
        var (partition, key) = LedgerRows.KeyOf(lead);
        return await table.FindAsync(partition, key, cancellation) is { } row ? LedgerRows.ReadEntry(lead, row) : null;
    }

    /// <summary>
    /// Finds the attempts in vain to deliver a lead. Those that a pause of the CRM cut short are not kept: there may be hundreds.
    /// </summary>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The oldest first.</returns>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async ValueTask<IReadOnlyList<DeliveryAttempt>> FindAttemptsAsync(LeadId lead, CancellationToken cancellation)
    {
        var (partition, from, to) = LedgerRows.AttemptsOf(lead);
        var attempts = new List<DeliveryAttempt>();
        await foreach (var row in table.QueryAsync(partition, from, to, cancellation))
        {
            if (LedgerRows.ReadAttempt(row) is { } attempt)
            {
                attempts.Add(attempt);
            }
        }

        return [.. attempts.OrderBy(static attempt => attempt.At).ThenBy(static attempt => attempt.Number)];
    }

    /// <summary>Finds the leads that the CRM knows by an id of its own: a lead and its updates may share one.</summary>
    /// <param name="campaign">The campaign that bought them.</param>
    /// <param name="crmId">The CRM's id, exactly as the CRM gave it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The oldest first.</returns>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    internal async IAsyncEnumerable<LeadId> FindByCrmIdAsync(
        CampaignId campaign, string crmId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (partition, from, to) = LedgerRows.IndexOf(campaign, crmId);
        await foreach (var row in table.QueryAsync(partition, from, to, cancellation))
        {
            if (LedgerRows.ReadIndexed(row) is { } lead)
            {
                yield return lead;
            }
        }
    }

    /// <summary>
    /// Keeps a lead that was delivered, and has the CRM's id lead to it. If the ledger knows the lead already, that stands.
    /// </summary>
    /// <param name="bought">The lead with its delivery.</param>
    /// <param name="cancellation">Gives up waiting; it may still be kept.</param>
    /// <exception cref="StoreUnavailableException">The table did not confirm. Do it again.</exception>
    public async ValueTask RecordAsync(BoughtLead bought, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bought);
        if (!await table.TryInsertAsync(LedgerRows.EntryOf(bought), cancellation))
        {
            // Another receiver of the same message was quicker, and may have died since; or the person was erased.
            await IndexAsync(await FindAsync(bought.Lead, cancellation), cancellation);
        }
        else if (LedgerRows.IndexRowOf(bought) is { } index)
        {
            await table.TryInsertAsync(index, cancellation);
        }
    }

    /// <summary>Has the CRM's id lead to a lead whose entry is there: its writer may have died before.</summary>
    /// <param name="entry">The entry; null if there is none.</param>
    /// <param name="cancellation">Gives up waiting; it may still be kept.</param>
    /// <exception cref="StoreUnavailableException">The table did not confirm. Do it again.</exception>
    public async ValueTask IndexAsync(LedgerEntry? entry, CancellationToken cancellation)
    {
        if (entry is { IsErased: false, Purchase: { } known } && LedgerRows.IndexRowOf(known) is { } index)
        {
            await table.TryInsertAsync(index, cancellation);
        }
    }

    /// <summary>
    /// The changes that keep a lead that was delivered, see <see cref="Settlement.Changes"/>: without the entry there is no row of the
    /// index, which an erasure could not find.
    /// </summary>
    /// <param name="bought">The lead with its delivery.</param>
    public static IReadOnlyList<Change> Recording(BoughtLead bought)
    {
        ArgumentNullException.ThrowIfNull(bought);
        var entry = Change.Insert(TableNames.Ledger, LedgerRows.EntryOf(bought));
        return LedgerRows.IndexRowOf(bought) is { } index ? [entry, Change.Insert(TableNames.Ledger, index)] : [entry];
    }

    /// <summary>Keeps an attempt in vain.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellation">Gives up waiting; it may still be kept.</param>
    /// <exception cref="StoreUnavailableException">The table did not confirm.</exception>
    public async ValueTask RecordAsync(LeadId lead, DeliveryAttempt attempt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        await table.TryInsertAsync(LedgerRows.RowOf(lead, attempt), cancellation);
    }

    /// <summary>The change that keeps an attempt in vain.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="attempt">The attempt.</param>
    public static Change Recording(LeadId lead, DeliveryAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return Change.Insert(TableNames.Ledger, LedgerRows.RowOf(lead, attempt));
    }

    /// <summary>
    /// Notes that a lead's person was erased, and forgets what is about the person, such as the CRM's id of the lead. A message of the
    /// lead that still comes is not delivered. What was paid to whom stays, so that the money still adds up.
    /// </summary>
    /// <param name="lead">The lead.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up waiting; it may be noted all the same.</param>
    /// <exception cref="StoreUnavailableException">The table did not confirm.</exception>
    internal async ValueTask EraseAsync(LeadId lead, DateTimeOffset now, CancellationToken cancellation)
    {
        while (!await table.TryInsertAsync(LedgerRows.ErasedOf(lead, now), cancellation))
        {
            var (partition, key) = LedgerRows.KeyOf(lead);
            if (await table.FindAsync(partition, key, cancellation) is not { } found)
            {
                continue;
            }

            // First the index: only the entry's id leads to it.
            if (LedgerRows.ReadEntry(lead, found).Purchase is { } known
                && LedgerRows.IndexRowOf(known) is { } place
                && await table.FindAsync(place.PartitionKey, place.RowKey, cancellation) is { } index)
            {
                await table.TryDeleteAsync(index, cancellation);
            }

            if (await table.TryReplaceAsync(LedgerRows.Erase(found, now), cancellation))
            {
                return;
            }
        }
    }

    /// <summary>Until when a row is kept.</summary>
    /// <param name="row">An entry, an attempt, or a row of the index.</param>
    /// <param name="kept">How long after the delivery, or the attempt.</param>
    /// <param name="erasuresKept">How long it is known of a lead that its person was erased.</param>
    internal static DateTimeOffset? EndOf(Row row, TimeSpan kept, TimeSpan erasuresKept) =>
        row.TryGet<DateTimeOffset>(LedgerRows.ErasedAt, out var erasedAt) ? erasedAt + erasuresKept
        : row.TryGet<DateTimeOffset>(LedgerRows.DeliveredAt, out var deliveredAt) ? deliveredAt + kept
        : row.TryGet<DateTimeOffset>(LedgerRows.TriedAt, out var triedAt) ? triedAt + kept
        : null;
}
