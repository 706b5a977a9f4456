using System.Globalization;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Pipeline.Targets;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.OptOuts;

/// <summary>
/// Takes opt-outs. From the answer on each of them holds, in every process (G14), and counts once, in whatever order, however often and
/// to whichever process it is told (G13). First it is made to hold, then the request is kept: a call that fails may leave one that
/// holds without its request, and telling it again completes it.
/// </summary>
/// <param name="book">The requests.</param>
/// <param name="feed">Tells them to the vendors that sold the people.</param>
/// <param name="targets">Tells them to the systems that must learn of them.</param>
/// <param name="store">Where they hold.</param>
/// <param name="keys">Makes the keys under which they hold.</param>
/// <param name="hasher">Makes their ids.</param>
/// <param name="kept">How long they hold.</param>
/// <param name="metrics">Counts them.</param>
/// <param name="time">The clock.</param>
public sealed class RecordOptOuts(
    OptOutBook book,
    OptOutFeed feed,
    TellTargets targets,
    SuppressionStore store,
    SuppressionKeys keys,
    IdentityHasher hasher,
    TimeSpan kept,
    LeadMetrics metrics,
    TimeProvider time)
{
    /// <summary>How far ahead of this program's clock the caller's may be.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    internal const int IdDigits = 32;
    private const int AtOnce = 32;

    private static readonly OptOutRefusal InFuture =
        new(OptOutRefusal.InFuture, "'received_at' is in the future. Is the time zone of the times right?");

    /// <summary>Takes opt-outs.</summary>
    /// <param name="told">The opt-outs.</param>
    /// <param name="isTrying">Whether only to say what would become of them.</param>
    /// <param name="cancellation">Gives up; some may hold.</param>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="StoreUnavailableException">A table is down. Some may hold; tell all of them again.</exception>
    public async ValueTask<IReadOnlyList<OptOutResult>> HandleAsync(
        IReadOnlyList<ToldOptOut> told, bool isTrying, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(told);
        var now = time.GetUtcNow();
        var results = new OptOutResult[told.Count];
        await Parallel.ForAsync(
            0,
            told.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (at, stopping) => results[at] = await HandleAsync(told[at], now, isTrying, stopping));
        return results;
    }

    private async ValueTask<OptOutResult> HandleAsync(ToldOptOut told, DateTimeOffset now, bool isTrying, CancellationToken cancellation)
    {
        if ((told.Refusal ?? (told.ReceivedAt > now + ClockSkew ? InFuture : null)) is { } refusal)
        {
            return new(told.Line, OptOutVerdict.Refused, null, refusal);
        }

        var id = IdOf(told);
        var isKnown = await book.FindAsync(id, now, cancellation) is not null;
        if (!isKnown && !isTrying)
        {
            isKnown = !await TakeAsync(id, told, now, cancellation);
            if (!isKnown)
            {
                metrics.OptedOut(told.Channels);
            }
        }

        return new(told.Line, isKnown ? OptOutVerdict.Known : OptOutVerdict.Recorded, id, null);
    }

    private async ValueTask<bool> TakeAsync(string id, ToldOptOut told, DateTimeOffset now, CancellationToken cancellation)
    {
        var expires = now + kept;
        var marks = OptOutMark.Of(told.Channels, told.Scope);
        foreach (var person in told.Persons)
        {
            // INVARIANT: what is kept as taken holds already.
            await store.MarkAsync(
                keys.Of(person.Kind, SuppressionForm.Sha256, person.Sha256), person.Kind, marks, expires, cancellation);
        }

        await feed.NoteAsync(told, expires, cancellation);
        await targets.SendAsync(RequestOf(id, told, now), cancellation);
        return await book.TryAddAsync(
            new(id)
            {
                Persons = told.Persons,
                Channels = told.Channels,
                Scope = told.Scope,
                ReceivedAt = told.ReceivedAt ?? now,
                RecordedAt = now,
                ExpiresAt = expires,
                How = told.How,
                RequestId = told.RequestId,
            },
            cancellation);
    }

    private static OptOutRequest RequestOf(string id, ToldOptOut told, DateTimeOffset now)
    {
        var (email, phone) = (BestOf(told, SuppressionKind.Email), BestOf(told, SuppressionKind.Phone));
        return new()
        {
            Id = id,
            ReceivedAt = told.ReceivedAt ?? now,
            Channels = [.. ContactChannelName.Of(told.Channels)],
            Email = email?.Plain,
            Phone = phone?.Plain,
            EmailSha256 = email?.AddressSha256 ?? email?.Sha256,
            PhoneSha256 = phone?.Sha256,
        };
    }

    /// <summary>Of several addresses or numbers, one that is known itself.</summary>
    private static OptOutPerson? BestOf(ToldOptOut told, SuppressionKind kind) =>
        told.Persons.Where(one => one.Kind == kind).OrderBy(static one => one.Plain is null).FirstOrDefault();

    /// <summary>
    /// What makes two requests the same. Whoever, channels and campaigns are always a part of it: what is answered as known must hold.
    /// </summary>
    private string IdOf(ToldOptOut told) => hasher.Keyed(
    [
        "opt-out",
        told.RequestId ?? "",
        told.RequestId is null ? told.ReceivedAt?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "" : "",
        string.Join(' ', ContactChannelName.Of(told.Channels)),
        string.Join(' ', told.Scope),
        .. told.Persons.SelectMany(static one => (string[])[SuppressionKindName.Of(one.Kind), one.Sha256]),
    ])[..IdDigits];
}
