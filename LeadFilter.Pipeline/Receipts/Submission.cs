using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Receipts;

/// <summary>
/// A submission on its way into the book: it opens or settles the receipt, unless there is one. Have <see cref="Change"/> made,
/// together with others or not at all, then have it finish.
/// </summary>
public sealed class Submission
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ITable table;
    private readonly TimeProvider time;
    private readonly ReceiptRows rows;
    private readonly Row row;
    private readonly Receipt mine;

    /// <summary>A submission.</summary>
    /// <param name="table">The table of receipts.</param>
    /// <param name="time">The clock.</param>
    /// <param name="rows">How receipts stand in it.</param>
    /// <param name="content">The submission's hash.</param>
    /// <param name="record">The decision.</param>
    /// <param name="final">Whether it is final.</param>
    internal Submission(ITable table, TimeProvider time, ReceiptRows rows, string content, DecisionRecord record, bool final)
    {
        (this.table, this.time, this.rows) = (table, time, rows);
        row = rows.Write(ReceiptRows.KeyedBy(content), record, final);
        mine = new(record, final, true, row);
        Change = Change.Insert(TableNames.Receipts, row);
    }

    /// <summary>The change that enters it where there is no receipt yet.</summary>
    public Change Change { get; }

    /// <summary>Does what is left. Waits while another request works on the same submission, and takes over from one that died.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The receipt that stands. It is mine if I am to go on with it.</returns>
    /// <exception cref="StoreUnavailableException">The table is down, or the other request takes too long.</exception>
    public async ValueTask<Receipt> FinishAsync(CancellationToken cancellation)
    {
        Change.ThrowIfFailed();
        if (Change.Result == ChangeResult.Made)
        {
            return mine;
        }

        var started = time.GetTimestamp();
        while (true)
        {
            if (await TryAsync(cancellation) is { } receipt)
            {
                return receipt;
            }

            if (time.GetElapsedTime(started) >= ReceiptBook.Patience)
            {
                throw new StoreUnavailableException("Another request works on the same lead and has not finished.");
            }

            await Task.Delay(Pause, time, cancellation);
        }
    }

    /// <summary>The receipt that stands; null to wait for another request.</summary>
    private async ValueTask<Receipt?> TryAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (await table.FindAsync(row.PartitionKey, row.RowKey, cancellation) is not { } found)
            {
                // It was deleted in between.
                if (await table.TryInsertAsync(row, cancellation))
                {
                    return mine;
                }

                continue;
            }

            var receipt = ReceiptRows.Read(found);
            if (receipt.Record.Lead == mine.Record.Lead)
            {
                // Lead ids are never used twice: this is the row that I inserted, by a call whose answer was lost on the way.
                return mine with { Row = found };
            }

            if (!rows.HasExpired(found))
            {
                return await FollowAsync(receipt, cancellation);
            }

            row.ETag = found.ETag;
            if (await table.TryReplaceAsync(row, cancellation))
            {
                return mine;
            }
        }
    }

    /// <summary>The receipt to follow: a final one, or an open one whose lease has run out and is now mine; null to wait.</summary>
    private async ValueTask<Receipt?> FollowAsync(Receipt other, CancellationToken cancellation)
    {
        if (other.IsFinal)
        {
            return other;
        }

        return rows.HasEnded(other.Row) && await table.TryReplaceAsync(rows.Write(other.Row, other.Record, final: false), cancellation)
            ? other with { IsMine = true }
            : null;
    }
}
