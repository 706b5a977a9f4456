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

    /// <summary>Finds a lead's delivery.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The record, or null if no delivery is known.</returns>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async ValueTask<DeliveryRecord?> FindAsync(LeadId lead, CancellationToken cancellation)
    {
        var key = lead.ToString();
        return await table.FindAsync(PartitionOf(key), key, cancellation) is { } row
            && row.TryGet<DateTimeOffset>(ReceivedAt, out var receivedAt)
            && row.TryGet<DateTimeOffset>(DeliveredAt, out var deliveredAt)
            && row.TryGet<long>(Attempts, out var attempts)
            && row.TryGet<long>(Status, out var status)
            ? new(lead, receivedAt, deliveredAt, (int)attempts, (int)status, row.Text(CrmId))
            : null;
    }

    /// <summary>Keeps a delivery; the first record of a lead stands.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellation">Gives up waiting; the record may still be kept.</param>
    /// <returns>False if the lead has a record already.</returns>
    /// <exception cref="StoreUnavailableException">The table did not confirm.</exception>
    public ValueTask<bool> RecordAsync(DeliveryRecord delivery, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var key = delivery.Lead.ToString();
        var row = new Row(PartitionOf(key), key)
            .Set(ReceivedAt, delivery.ReceivedAt)
            .Set(DeliveredAt, delivery.DeliveredAt)
            .Set(Milliseconds, delivery.Milliseconds)
            .Set(Attempts, (long)delivery.Attempts)
            .Set(Status, (long)delivery.Status)
            .Set(CrmId, delivery.CrmId);
        return table.TryInsertAsync(row, cancellation);
    }

    /// <summary>Until when a delivery is kept.</summary>
    /// <param name="row">The delivery.</param>
    /// <param name="kept">How long deliveries are kept.</param>
    internal static DateTimeOffset? EndOf(Row row, TimeSpan kept) => row.TryGet<DateTimeOffset>(DeliveredAt, out var at) ? at + kept : null;

    private static string PartitionOf(string key) => key[^2..];
}
