using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Receipts;

/// <summary>
/// An idempotency key on its way to be tied to a submission. Have <see cref="Change"/> made, together with others or not at all,
/// then have it finish.
/// </summary>
public sealed class Tying
{
    private const string ContentProperty = "Content";

    private readonly ITable table;
    private readonly ReceiptRows rows;
    private readonly Row row;

    /// <summary>Ties a key.</summary>
    /// <param name="table">The table of receipts.</param>
    /// <param name="rows">How receipts stand in it.</param>
    /// <param name="key">The key's hash.</param>
    /// <param name="content">The submission's hash.</param>
    internal Tying(ITable table, ReceiptRows rows, string key, string content)
    {
        (this.table, this.rows) = (table, rows);
        row = rows.Tie(key).Set(ContentProperty, content);
        Change = Change.Insert(TableNames.Receipts, row);
    }

    /// <summary>The change that ties a key that was never used.</summary>
    public Change Change { get; }

    /// <summary>Does what is left.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False if the key was used for another submission within <see cref="Resends.ResendWindow"/>.</returns>
    /// <exception cref="StoreUnavailableException">The table is down.</exception>
    public async ValueTask<bool> FinishAsync(CancellationToken cancellation)
    {
        Change.ThrowIfFailed();
        if (Change.Result == ChangeResult.Made)
        {
            return true;
        }

        while (true)
        {
            var found = await table.FindAsync(row.PartitionKey, row.RowKey, cancellation);
            if (found is not null && !rows.HasExpired(found))
            {
                return found.Text(ContentProperty) == row.Text(ContentProperty);
            }

            row.ETag = found?.ETag;
            if (await (found is null ? table.TryInsertAsync(row, cancellation) : table.TryReplaceAsync(row, cancellation)))
            {
                return true;
            }
        }
    }
}
