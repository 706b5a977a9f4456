using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Receipts;

/// <summary>
/// An open receipt on its way to become final. Have <see cref="Change"/> made, together with others or not at all, then have it
/// finish.
/// </summary>
public sealed class Settling
{
    private readonly ITable table;
    private readonly DecisionRecord record;
    private readonly Row row;

    /// <summary>Settles a receipt.</summary>
    /// <param name="table">The table of receipts.</param>
    /// <param name="rows">How receipts stand in it.</param>
    /// <param name="receipt">The receipt, which is mine.</param>
    /// <param name="record">The decision.</param>
    internal Settling(ITable table, ReceiptRows rows, Receipt receipt, DecisionRecord record)
    {
        (this.table, this.record) = (table, record);

        // Another row than the open one: if this is not made, the receipt is still what it was.
        row = rows.Write(new(receipt.Row.PartitionKey, receipt.Row.RowKey) { ETag = receipt.Row.ETag }, record, final: true);
        Change = Change.Replace(TableNames.Receipts, row);
    }

    /// <summary>The change that makes the receipt final.</summary>
    public Change Change { get; }

    /// <summary>Does what is left.</summary>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The decision that stands: another one if the lease was lost and somebody else settled it first.</returns>
    /// <exception cref="StoreUnavailableException">The table is down; it may be settled or not.</exception>
    public async ValueTask<DecisionRecord> FinishAsync(CancellationToken cancellation)
    {
        return Change.Result != ChangeResult.Made
            && !await table.TryReplaceAsync(row, cancellation)
            && await table.FindAsync(row.PartitionKey, row.RowKey, cancellation) is { } found
            && ReceiptRows.Read(found) is { IsFinal: true } settled
            ? settled.Record
            : record;
    }
}
