using System.Runtime.CompilerServices;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Resends;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>
/// Who bought whom: a row for each identity, held by the lead that claimed it first, until the window of whoever asks has ended.
/// Inserting a row is what decides between leads that come at once.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="changes">Makes several claims in one go.</param>
/// <param name="campaigns">Tells whether any contract lets persons be bought again; where none does, no lead pays for a look. Null for
/// those who decide about no lead.</param>
public sealed class Claims(ITables tables, IChanges changes, ICampaigns? campaigns)
{
    private const string HolderProperty = "Lead";
    private const string AtProperty = "At";
    private const string Released = "released";

    private readonly ITable table = tables[TableNames.Claims];

    /// <summary>
    /// Claims an identity for a lead. Whoever claims several takes them one after the other in ascending order of their hashes,
    /// whatever campaign and plan they are of, and stops at the first that it must not share: of any leads that share
    /// identities, the one that holds the last contested identity always gets on.
    /// </summary>
    /// <param name="identity">The identity. One that the lead holds already, from an earlier attempt, counts as claimed.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="receivedAt">When the lead was received.</param>
    /// <param name="isHeld">Whether somebody was seen to hold it, so that it is looked up before it is inserted.</param>
    /// <param name="cancellation">Gives up waiting; it may be claimed all the same.</param>
    /// <returns>The claim of another lead that was found, and whether the identity is now this lead's all the same.</returns>
    public async ValueTask<(Claim? Other, bool IsMine)> TakeAsync(
        PersonIdentity identity, LeadId lead, DateTimeOffset receivedAt, bool isHeld, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var row = RowOf(identity, lead, receivedAt);
        while (isHeld || !await table.TryInsertAsync(row, cancellation))
        {
            var held = await table.FindAsync(row.PartitionKey, row.RowKey, cancellation);
            if (held is null)
            {
                isHeld = false;
                continue;
            }

            var claim = Read(held);
            if (claim.Lead == lead)
            {
                return (null, true);
            }

            var isReleased = await IsReleasedAsync(claim.Lead, cancellation);
            if (!isReleased && claim.Counts(identity.Window, receivedAt))
            {
                return (claim, false);
            }

            row.ETag = held.ETag;
            if (await table.TryReplaceAsync(row, cancellation))
            {
                return (isReleased ? null : claim, true);
            }
        }

        return (null, true);
    }

    /// <summary>Claims identities that nobody ever claimed, in their order, up to the first that somebody did.</summary>
    /// <param name="identities">The identities, in ascending order of their hashes.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="receivedAt">When the lead was received.</param>
    /// <param name="cancellation">Gives up waiting; they may be claimed all the same.</param>
    /// <returns>How many are claimed; if not all, somebody holds the next one. Go on with <see cref="TakeAsync"/> from there.</returns>
    public async ValueTask<int> TakeNewAsync(
        IReadOnlyList<PersonIdentity> identities, LeadId lead, DateTimeOffset receivedAt, CancellationToken cancellation)
    {
        var taking = Taking(identities, lead, receivedAt);
        await changes.MakeAsync(taking, cancellation);
        var taken = 0;
        for (; taken < taking.Length && taking[taken].Result == ChangeResult.Made; taken++)
        {
        }

        if (taken < taking.Length)
        {
            taking[taken].ThrowIfFailed();
        }

        return taken;
    }

    /// <summary>The changes that claim identities that nobody ever claimed.</summary>
    /// <param name="identities">The identities, in ascending order of their hashes.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="receivedAt">When the lead was received.</param>
    public static Change[] Taking(IReadOnlyList<PersonIdentity> identities, LeadId lead, DateTimeOffset receivedAt) =>
        [.. identities.Select(identity => Change.Insert(TableNames.Claims, RowOf(identity, lead, receivedAt)))];

    /// <summary>Finds who holds an identity, without claiming it.</summary>
    /// <param name="identity">The identity.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if nobody ever did; a claim may be too old to count.</returns>
    public async ValueTask<Claim?> FindAsync(PersonIdentity identity, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var (partition, key) = KeyOf(identity);
        return await table.FindAsync(partition, key, cancellation) is { } held ? Read(held) : null;
    }

    /// <summary>Finds who holds an identity, unless that lead was given back and its person may be bought again.</summary>
    /// <param name="identity">The identity.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if nobody does; a claim may be too old to count.</returns>
    public async ValueTask<Claim?> FindHeldAsync(PersonIdentity identity, CancellationToken cancellation) =>
        await FindAsync(identity, cancellation) is { } claim && !await IsReleasedAsync(claim.Lead, cancellation) ? claim : null;

    /// <summary>
    /// Makes a person free to be bought again: the claims of the lead, whatever they are, count for nobody from now on. Repeated, it
    /// changes nothing. It holds as long as any contract lets persons be bought again.
    /// </summary>
    /// <param name="lead">The lead that holds them.</param>
    /// <param name="at">When it was bought.</param>
    /// <param name="cancellation">Gives up waiting; they may be released all the same.</param>
    public async ValueTask ReleaseAsync(LeadId lead, DateTimeOffset at, CancellationToken cancellation) =>
        await table.TryInsertAsync(
            new Row(Released, lead.ToString()).Set(HolderProperty, lead.ToString()).Set(AtProperty, at), cancellation);

    /// <summary>Gives claims back, for a lead that is not bought after all: those that it holds, whether or not it knows.</summary>
    /// <param name="identities">The identities.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async ValueTask GiveBackAsync(IEnumerable<PersonIdentity> identities, LeadId lead, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(identities);
        foreach (var identity in identities)
        {
            var (partition, key) = KeyOf(identity);
            if (await table.FindAsync(partition, key, cancellation) is { } held && Read(held).Lead == lead)
            {
                await table.TryDeleteAsync(held, cancellation);
            }
        }
    }

    /// <summary>
    /// Keeps a purchase of the past. Of two purchases the later one stands; a purchase that is there already changes
    /// nothing.
    /// </summary>
    /// <param name="identity">The identity.</param>
    /// <param name="claim">The purchase.</param>
    /// <param name="cancellation">Gives up waiting; it may be kept all the same.</param>
    /// <returns>False if this purchase, or a later one, is there already.</returns>
    public async ValueTask<bool> KeepAsync(PersonIdentity identity, Claim claim, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var row = RowOf(identity, claim.Lead, claim.At);
        while (!await table.TryInsertAsync(row, cancellation))
        {
            var held = await table.FindAsync(row.PartitionKey, row.RowKey, cancellation);
            if (held is not null && Read(held).At >= claim.At)
            {
                return false;
            }

            row.ETag = held?.ETag;
            if (held is not null && await table.TryReplaceAsync(row, cancellation))
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>Reads every claim. It reads the whole table: not for the way of a lead.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Each claim's lead and row.</returns>
    internal async IAsyncEnumerable<(LeadId Lead, Row Row)> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.ScanAsync("", "", cancellation))
        {
            if (LeadId.TryParse(row.Text(HolderProperty), out var lead))
            {
                yield return (lead, row);
            }
        }
    }

    /// <summary>Finds the row of an identity.</summary>
    /// <param name="identity">The identity.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its lead and row; null if nobody ever claimed it.</returns>
    internal async ValueTask<(LeadId Lead, Row Row)?> FindRowAsync(PersonIdentity identity, CancellationToken cancellation)
    {
        var (partition, key) = KeyOf(identity);
        return await table.FindAsync(partition, key, cancellation) is { } row && LeadId.TryParse(row.Text(HolderProperty), out var lead)
            ? (lead, row)
            : null;
    }

    /// <summary>Deletes a claim as it was read.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>False if it has changed or is gone.</returns>
    internal ValueTask<bool> TryDeleteAsync(Row row, CancellationToken cancellation) => table.TryDeleteAsync(row, cancellation);

    /// <summary>
    /// From when on a claim counts for nobody. Whoever asks judges by its own window, so the longest one of any campaign counts,
    /// and a day more for the lead's own resends.
    /// </summary>
    /// <param name="row">The claim.</param>
    /// <param name="longestWindow">The longest window of any campaign.</param>
    /// <param name="kept">How long claims are kept at most, however long a window is.</param>
    internal static DateTimeOffset? EndOf(Row row, TimeSpan longestWindow, TimeSpan kept)
    {
        if (!row.TryGet<DateTimeOffset>(AtProperty, out var at))
        {
            return null;
        }

        var (window, most) = (new[] { at + longestWindow, row.ExpiresAt ?? at }.Max(), at + kept);
        return (window < most ? window : most) + ResendWindow.Length;
    }

    private async ValueTask<bool> IsReleasedAsync(LeadId lead, CancellationToken cancellation) =>
        MayBeReleased() && await table.FindAsync(Released, lead.ToString(), cancellation) is not null;

    private bool MayBeReleased()
    {
        foreach (var campaign in campaigns?.All ?? [])
        {
            if (campaign.BuysAgain)
            {
                return true;
            }
        }

        return false;
    }

    private static (string Partition, string Row) KeyOf(PersonIdentity identity) =>
        (identity.Hash[..3], $"{identity.Space}|{identity.Hash}");

    private static Row RowOf(PersonIdentity identity, LeadId lead, DateTimeOffset at)
    {
        var (partition, key) = KeyOf(identity);
        return new Row(partition, key)
            .Set(HolderProperty, lead.ToString())
            .Set(AtProperty, at)
            .Expire(at + identity.Window);
    }

    private static Claim Read(Row held) =>
        LeadId.TryParse(held.Text(HolderProperty), out var lead) && held.TryGet<DateTimeOffset>(AtProperty, out var at)
            ? new(lead, at)
            : throw new StoreUnavailableException("A claim cannot be read; was it written by a newer version?");
}
