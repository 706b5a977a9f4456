namespace LeadFilter.Cli.Commands.Status;

/// <summary>How a filter is, as it says itself.</summary>
/// <param name="Status">In a word.</param>
/// <param name="Campaigns">The campaigns in use; null if the key may not read them.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="MissingSecrets">The secrets that are not set.</param>
/// <param name="Deliveries">What waits for CRMs; null if the queues do not answer.</param>
/// <param name="RecordsWaiting">How many decisions wait to be written.</param>
/// <param name="More">Whether there is more in a queue than was counted.</param>
/// <param name="NoticesWaiting">How many notices have not arrived yet.</param>
/// <param name="NoticeDeadLetters">How many notices were given up.</param>
/// <param name="Disk">The room on the disk; null if there is none.</param>
internal sealed record StatusDocument(
    string Status,
    IReadOnlyList<StatusCampaign>? Campaigns = null,
    IReadOnlyList<string>? Problems = null,
    IReadOnlyList<StatusSecret>? MissingSecrets = null,
    IReadOnlyList<StatusDeliveries>? Deliveries = null,
    int RecordsWaiting = 0,
    bool More = false,
    int NoticesWaiting = 0,
    int NoticeDeadLetters = 0,
    StatusDisk? Disk = null)
{
    /// <summary>Whether somebody should look: something is wrong or missing, or deliveries fail or have been given up.</summary>
    public bool NeedsAttention =>
        Status != "ready"
        || Problems is { Count: > 0 }
        || MissingSecrets is { Count: > 0 }
        || Deliveries is null
        || NoticeDeadLetters > 0
        || Deliveries.Any(static one => one.Reason is not null || one.PausedUntil is not null || one.DeadLetters > 0);
}
