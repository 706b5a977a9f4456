using System.Text;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Decisions;

namespace LeadFilter.Pipeline.Receipts;

/// <summary>
/// The first answer to every submission of the last 24 hours, so that the same lead sent again gets it again (G4), and the
/// lease by which one request at a time works on a submission while the others wait for its answer.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="time">The clock.</param>
/// <param name="epoch">Since when no other process works on these tables; null if others may.</param>
public sealed class ReceiptBook(ITables tables, TimeProvider time, LeaseEpoch? epoch = null)
{
    /// <summary>How long a submission is remembered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How long a request may work on a submission before it counts as dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How long a request waits for another one that works on the same submission.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int PartDigits = 3;
    private const string RecordProperty = "Record";
    private const string LeaseProperty = "LeaseUntil";
    private const string ContentProperty = "Content";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ITable table = tables[TableNames.Receipts];

    /// <summary>The change that opens or settles the receipt of a submission which has none. Go on with <see cref="EnterAsync"/> once it was tried.</summary>
    /// <param name="content">The submission's hash.</param>
    /// <param name="record">The decision.</param>
    /// <param name="final">Whether the decision is final: a rejection; else the receipt is opened.</param>
    public Change Entering(string content, DecisionRecord record, bool final) =>
        Change.Insert(TableNames.Receipts, Write(KeyedRow(content), record, final));

    /// <summary>
    /// Opens or settles the receipt of a submission, unless it has one. Waits while another request works on the same
    /// submission, and takes over from one that died.
    /// </summary>
    /// <param name="entering">What <see cref="Entering"/> returned, after it was tried.</param>
    /// <param name="record">The decision, as given there.</param>
    /// <param name="final">As given there.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The receipt that stands. It is mine if I am to go on with it.</returns>
    /// <exception cref="StoreUnavailableException">The table is down, or the other request takes too long.</exception>
    public async ValueTask<Receipt> EnterAsync(Change entering, DecisionRecord record, bool final, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entering);
        entering.ThrowIfFailed();
        var row = entering.Row!;
        if (entering.Result == ChangeResult.Made)
        {
            return new(record, final, true, row);
        }

        var started = time.GetTimestamp();
        while (true)
        {
            if (await table.FindAsync(row.PartitionKey, row.RowKey, cancellation) is not { } found)
            {
                // It was deleted in between.
                if (await table.TryInsertAsync(row, cancellation))
                {
                    return new(record, final, true, row);
                }

                continue;
            }

            if (Read(found).Record.Lead == record.Lead)
            {
                // Lead ids are never used twice: this is the row that I inserted, by a call whose answer was lost on the way.
                return new(record, final, true, found);
            }

            if (HasExpired(found))
            {
                row.ETag = found.ETag;
                if (await table.TryReplaceAsync(row, cancellation))
                {
                    return new(record, final, true, row);
                }
            }
            else if (await FollowAsync(found, cancellation) is { } receipt)
            {
                return receipt;
            }
            else if (time.GetElapsedTime(started) >= Patience)
            {
                throw new StoreUnavailableException("Another request works on the same lead and has not finished.");
            }
            else
            {
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }

    /// <summary>The change that makes an open receipt final. Unless it is made, go on with <see cref="SettleAsync"/>.</summary>
    /// <param name="receipt">The receipt, which is mine.</param>
    /// <param name="record">The decision.</param>
    public Change Settling(Receipt receipt, DecisionRecord record)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        // Another row than the open one: if this is not made, the receipt is still what it was.
        return Change.Replace(TableNames.Receipts, Write(new(receipt.Row.PartitionKey, receipt.Row.RowKey) { ETag = receipt.Row.ETag }, record, final: true));
    }

    /// <summary>Makes an open receipt final.</summary>
    /// <param name="receipt">The receipt, which is mine.</param>
    /// <param name="record">The decision.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The decision that stands: another one if the lease was lost and somebody else settled it first.</returns>
    public async ValueTask<DecisionRecord> SettleAsync(Receipt receipt, DecisionRecord record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (!await table.TryReplaceAsync(Write(receipt.Row, record, final: true), cancellation)
            && await table.FindAsync(receipt.Row.PartitionKey, receipt.Row.RowKey, cancellation) is { } found
            && Read(found) is { IsFinal: true } settled)
        {
            return settled.Record;
        }

        return record;
    }

    /// <summary>
    /// Prolongs the lease of an open receipt. Whoever gives something back asks first: had the lease run out, another
    /// request may have bought the lead by what is being given back.
    /// </summary>
    /// <param name="receipt">The receipt, which is mine.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>False if the receipt is not mine any more.</returns>
    public ValueTask<bool> TryProlongAsync(Receipt receipt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return table.TryReplaceAsync(receipt.Row.Set(LeaseProperty, time.GetUtcNow() + Lease), cancellation);
    }

    /// <summary>Forgets an open receipt of which nothing is left: the vendor's next attempt is like a first one.</summary>
    /// <param name="receipt">The receipt, which is mine.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async ValueTask ForgetAsync(Receipt receipt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        await table.TryDeleteAsync(receipt.Row, cancellation);
    }

    /// <summary>Gives the lease of an open receipt back, so that the vendor's next attempt need not wait for its end.</summary>
    /// <param name="receipt">The receipt, which is mine.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async ValueTask ReleaseAsync(Receipt receipt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        await table.TryReplaceAsync(receipt.Row.Set(LeaseProperty, time.GetUtcNow()), cancellation);
    }

    /// <summary>Ties an idempotency key to a submission.</summary>
    /// <param name="key">The key's hash.</param>
    /// <param name="content">The submission's hash.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False if the key was used for another submission within <see cref="Lifetime"/>.</returns>
    public async ValueTask<bool> TieAsync(string key, string content, CancellationToken cancellation)
    {
        var row = KeyedRow(key).Set(ContentProperty, content).Expire(time.GetUtcNow() + Lifetime);
        while (!await table.TryInsertAsync(row, cancellation))
        {
            var found = await table.FindAsync(row.PartitionKey, row.RowKey, cancellation);
            if (found is not null && !HasExpired(found))
            {
                return found.Text(ContentProperty) == content;
            }

            row.ETag = found?.ETag;
            if (found is not null && await table.TryReplaceAsync(row, cancellation))
            {
                return true;
            }
        }

        return true;
    }

    private static Row KeyedRow(string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return new(hash[..PartDigits], hash);
    }

    private static Receipt Read(Row row) =>
        DecisionRecordJson.TryRead(Encoding.UTF8.GetBytes(row.Text(RecordProperty) ?? ""), out var record)
            ? new(record, !row.TryGet<DateTimeOffset>(LeaseProperty, out _), false, row)
            : throw new StoreUnavailableException("A receipt cannot be read; was it written by a newer version?");

    private Row Write(Row row, DecisionRecord record, bool final)
    {
        var now = time.GetUtcNow();
        return row
            .Set(RecordProperty, DecisionRecordJson.ToText(record))
            .Set(LeaseProperty, final ? null : now + Lease)
            .Expire(record.ReceivedAt + Lifetime);
    }

    private bool HasExpired(Row row) => row.ExpiresAt <= time.GetUtcNow();

    /// <summary>
    /// Whether the lease has run out, was taken before this host's start, or ends later than any clock can have meant: then
    /// the clock was set back since. Clocks of several instances may differ by as much as a lease lasts.
    /// </summary>
    private bool HasEnded(Row open)
    {
        var now = time.GetUtcNow();
        open.TryGet<DateTimeOffset>(LeaseProperty, out var until);
        return until <= now || until > now + (2 * Lease) || until - Lease < epoch?.Start;
    }

    /// <summary>The receipt to follow: a final one, or an open one whose lease has run out and is now mine; null to wait.</summary>
    private async ValueTask<Receipt?> FollowAsync(Row found, CancellationToken cancellation)
    {
        var receipt = Read(found);
        if (receipt.IsFinal)
        {
            return receipt;
        }

        return HasEnded(found) && await table.TryReplaceAsync(Write(found, receipt.Record, final: false), cancellation)
            ? receipt with { IsMine = true }
            : null;
    }
}
