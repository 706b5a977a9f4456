using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;

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
    /// <summary>How long a request may work on a submission before it counts as dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How long a request waits for another one that works on the same submission.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ITable table = tables[TableNames.Receipts];
    private readonly ReceiptRows rows = new(time, epoch);

    /// <summary>Enters a submission: opens its receipt, or settles it at once.</summary>
    /// <param name="content">The submission's hash.</param>
    /// <param name="record">The decision.</param>
    /// <param name="final">Whether the decision is final: a rejection; otherwise the receipt is opened.</param>
    public Submission Submit(string content, DecisionRecord record, bool final) => new(table, time, rows, content, record, final);

    /// <summary>Ties an idempotency key to a submission.</summary>
    /// <param name="key">The key's hash.</param>
    /// <param name="content">The submission's hash.</param>
    public Tying Tie(string key, string content) => new(table, rows, key, content);

    /// <summary>Makes an open receipt final.</summary>
    /// <param name="receipt">The receipt, which is mine.</param>
    /// <param name="record">The decision.</param>
    public Settling Settle(Receipt receipt, DecisionRecord record)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return new(table, rows, receipt, record);
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
        return table.TryReplaceAsync(rows.WriteLease(receipt.Row, Lease), cancellation);
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
        await table.TryReplaceAsync(rows.WriteLease(receipt.Row, TimeSpan.Zero), cancellation);
    }

    /// <summary>
    /// Takes out of the final receipts of some leads what is about their person. The receipts stay until their 24 hours are over:
    /// without them, a resend would be bought again. It reads the whole table: not for the way of a lead.
    /// </summary>
    /// <param name="leads">The leads.</param>
    /// <param name="dryRun">True to only look.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many receipts there are.</returns>
    /// <exception cref="StoreUnavailableException">The table is down.</exception>
    internal async Task<int> EraseAsync(IReadOnlySet<LeadId> leads, bool dryRun, CancellationToken cancellation)
    {
        var erased = 0;
        await foreach (var row in table.ScanAsync("", "", cancellation))
        {
            // A tied key has no record, and one that cannot be read is of nobody who is looked for.
            if (ReceiptRows.TryRead(row) is { IsFinal: true } receipt && leads.Contains(receipt.Record.Lead)
                && (dryRun || await table.TryReplaceAsync(rows.Write(row, receipt.Record.WithoutPerson(), final: true), cancellation)))
            {
                erased++;
            }
        }

        return erased;
    }
}
