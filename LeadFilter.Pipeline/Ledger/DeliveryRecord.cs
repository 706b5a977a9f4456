using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Ledger;

/// <summary>That a lead was delivered. It holds no personal data.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="ReceivedAt">When the vendor posted it.</param>
/// <param name="DeliveredAt">When the CRM had taken it.</param>
/// <param name="Attempts">Which attempt it was, from 1.</param>
/// <param name="Status">The HTTP status of the CRM's answer.</param>
/// <param name="CrmId">The CRM's own id of the lead, if it gave one.</param>
public sealed record DeliveryRecord(
    LeadId Lead,
    DateTimeOffset ReceivedAt,
    DateTimeOffset DeliveredAt,
    int Attempts,
    int Status,
    string? CrmId)
{
    /// <summary>From received to delivered, in milliseconds; never negative.</summary>
    public long Milliseconds => Math.Max(0, (long)(DeliveredAt - ReceivedAt).TotalMilliseconds);
}
