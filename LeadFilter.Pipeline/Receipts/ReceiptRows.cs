using System.Text;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Resends;

namespace LeadFilter.Pipeline.Receipts;

/// <summary>How receipts stand in their table.</summary>
/// <param name="time">The clock.</param>
/// <param name="epoch">Since when no other process works on these tables; null if others may.</param>
internal sealed class ReceiptRows(TimeProvider time, LeaseEpoch? epoch)
{
    /// <summary>How many hex digits of a hash are the partition.</summary>
    private const int PartDigits = 3;

    private const string RecordProperty = "Record";
    private const string LeaseProperty = "LeaseUntil";

    /// <summary>A row of its own for a hash.</summary>
    /// <param name="hash">The hash.</param>
    public static Row KeyedBy(string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return new(hash[..PartDigits], hash);
    }

    /// <summary>A row for an idempotency key.</summary>
    /// <param name="key">The key's hash.</param>
    public Row Tie(string key) => KeyedBy(key).Expire(time.GetUtcNow() + ResendWindow.Length);

    /// <summary>Reads a receipt. It is nobody's as yet.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    public static Receipt Read(Row row) =>
        TryRead(row) ?? throw new StoreUnavailableException("A receipt cannot be read; was it written by a newer version?");

    /// <summary>Reads a receipt. It is nobody's as yet.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Null if it is none.</returns>
    public static Receipt? TryRead(Row row) =>
        DecisionRecordJson.TryRead(Encoding.UTF8.GetBytes(row.Text(RecordProperty) ?? ""), out var record)
            ? new(record, !row.TryGet<DateTimeOffset>(LeaseProperty, out _), false, row)
            : null;

    /// <summary>Writes a receipt into a row; an open one gets a new lease.</summary>
    /// <param name="row">The row.</param>
    /// <param name="record">The decision.</param>
    /// <param name="final">Whether it is final.</param>
    /// <returns>The row.</returns>
    public Row Write(Row row, DecisionRecord record, bool final) => row
        .Set(RecordProperty, DecisionRecordJson.ToText(record))
        .Set(LeaseProperty, final ? null : time.GetUtcNow() + ReceiptBook.Lease)
        .Expire(record.ReceivedAt + ResendWindow.Length);

    /// <summary>Lets the lease of an open receipt end.</summary>
    /// <param name="row">The row.</param>
    /// <param name="after">After how long.</param>
    /// <returns>The row.</returns>
    public Row WriteLease(Row row, TimeSpan after) => row.Set(LeaseProperty, time.GetUtcNow() + after);

    /// <summary>Whether a row counts for nothing any more.</summary>
    /// <param name="row">The row.</param>
    public bool HasExpired(Row row) => row.ExpiresAt <= time.GetUtcNow();

    /// <summary>
    /// Whether the lease has run out, was taken before this host's start, or ends later than any clock can have meant: then
    /// the clock was set back since. Clocks of several instances may differ by as much as a lease lasts.
    /// </summary>
    /// <param name="open">The row of an open receipt.</param>
    public bool HasEnded(Row open)
    {
        var now = time.GetUtcNow();
        open.TryGet<DateTimeOffset>(LeaseProperty, out var until);
        return until <= now || until > now + (2 * ReceiptBook.Lease) || until - ReceiptBook.Lease < epoch?.Start;
    }
}
