namespace LeadFilter.Pipeline.Status;

/// <summary>What lies in the queues.</summary>
/// <param name="Deliveries">What waits for CRMs, by campaign.</param>
/// <param name="Records">How many decisions wait to be written into their log.</param>
/// <param name="IsPartial">Whether there is more in a queue than was counted.</param>
public sealed record QueueReport(IReadOnlyList<CampaignDeliveries> Deliveries, int Records, bool IsPartial)
{
    /// <summary>How many notices have not arrived yet.</summary>
    public required int Notices { get; init; }

    /// <summary>How many notices were given up and stand among the dead letters.</summary>
    public required int DeadNotices { get; init; }
}
