using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>
/// What was delivered, one row a lead: it makes a message that comes twice harmless. Partitions are the last two hex digits
/// of the lead's id, 256 in all; an id's first digits are the time, which would put all of a day's leads into one.
/// </summary>
/// <param name="table">The table <see cref="TableNames.Deliveries"/>.</param>
public sealed class DeliveryLog(ITable table)
{
    private const string ReceivedAt = nameof(ReceivedAt);
    private const string DeliveredAt = nameof(DeliveredAt);
    private const string Milliseconds = nameof(Milliseconds);
    private const string Attempts = nameof(Attempts);
    private const string Status = nameof(Status);
    private const string CrmId = nameof(CrmId);
    private const string ErasedAt = nameof(ErasedAt);

    /// <summary>Finds a lead's delivery.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The record, or null if no delivery is known.</returns>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async ValueTask<DeliveryRecord?> FindAsync(LeadId lead, CancellationToken cancellation) =>
        (await LookAsync(lead, cancellation)).Delivery;

    /// <summary>Finds a lead's delivery, and whether its person was erased: then it is not to be delivered any more.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The record, or null if no delivery is known.</returns>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    internal async ValueTask<(DeliveryRecord? Delivery, bool IsErased)> LookAsync(LeadId lead, CancellationToken cancellation)
    {
        var key = lead.ToString();
        return await table.FindAsync(PartitionOf(key), key, cancellation) is { } row
            ? (Read(lead, row), row.TryGet<DateTimeOffset>(ErasedAt, out _))
            : (null, false);
    }

    /// <summary>
    /// Notes that a lead's person was erased, and forgets the CRM's id of the lead. A message of the lead that still comes is not
    /// delivered.
    /// </summary>
    /// <param name="lead">The lead.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up waiting; it may be noted all the same.</param>
    /// <exception cref="StoreUnavailableException">The table did not confirm.</exception>
    internal async ValueTask EraseAsync(LeadId lead, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = lead.ToString();
        var row = new Row(PartitionOf(key), key).Set(ErasedAt, now);
        while (!await table.TryInsertAsync(row, cancellation))
        {
            if (await table.FindAsync(row.PartitionKey, key, cancellation) is { } found
                && await table.TryReplaceAsync(found.Set(ErasedAt, now).Set(CrmId, null), cancellation))
            {
                return;
            }
        }
    }

    /// <summary>Keeps a delivery; the first record of a lead stands.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellation">Gives up waiting; the record may still be kept.</param>
    /// <returns>False if the lead has a record already.</returns>
    /// <exception cref="StoreUnavailableException">The table did not confirm.</exception>
    public ValueTask<bool> RecordAsync(DeliveryRecord delivery, CancellationToken cancellation) =>
        table.TryInsertAsync(RowOf(delivery), cancellation);

    /// <summary>The change that keeps a delivery; it is refused if the lead has a record already, which stands.</summary>
    /// <param name="delivery">The delivery.</param>
    public static Change Recording(DeliveryRecord delivery) => Change.Insert(TableNames.Deliveries, RowOf(delivery));

    /// <summary>Until when a delivery is kept.</summary>
    /// <param name="row">The delivery.</param>
    /// <param name="kept">How long deliveries are kept.</param>
    /// <param name="erasuresKept">How long it is known of a lead that its person was erased.</param>
    internal static DateTimeOffset? EndOf(Row row, TimeSpan kept, TimeSpan erasuresKept) =>
        row.TryGet<DateTimeOffset>(ErasedAt, out var erasedAt) ? erasedAt + erasuresKept
        : row.TryGet<DateTimeOffset>(DeliveredAt, out var at) ? at + kept
        : null;

    private static string PartitionOf(string key) => key[^2..];

    private static Row RowOf(DeliveryRecord delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var key = delivery.Lead.ToString();
        return new Row(PartitionOf(key), key)
            .Set(ReceivedAt, delivery.ReceivedAt)
            .Set(DeliveredAt, delivery.DeliveredAt)
            .Set(Milliseconds, delivery.Milliseconds)
            .Set(Attempts, (long)delivery.Attempts)
            .Set(Status, (long)delivery.Status)
            .Set(CrmId, delivery.CrmId);
    }

    private static DeliveryRecord? Read(LeadId lead, Row row) =>
        row.TryGet<DateTimeOffset>(ReceivedAt, out var receivedAt)
        && row.TryGet<DateTimeOffset>(DeliveredAt, out var deliveredAt)
        && row.TryGet<long>(Attempts, out var attempts)
        && row.TryGet<long>(Status, out var status)
            ? new(lead, receivedAt, deliveredAt, (int)attempts, (int)status, row.Text(CrmId))
            : null;
}
