namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>How the filter is. Only who has shown a key that may read is told more than the status.</summary>
/// <param name="Status">In a word.</param>
/// <param name="Campaigns">The campaigns in use.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record HealthDocument(string Status, IEnumerable<CampaignDocument>? Campaigns = null, IEnumerable<string>? Problems = null)
{
    /// <summary>The secrets that are needed and not set.</summary>
    public IEnumerable<MissingSecretDocument>? MissingSecrets { get; init; }

    /// <summary>What waits for CRMs; null if the queues do not answer.</summary>
    public IEnumerable<DeliveriesDocument>? Deliveries { get; init; }

    /// <summary>How many decisions wait to be written into their log; null if the queues do not answer.</summary>
    public int? RecordsWaiting { get; init; }

    /// <summary>How many notices have not arrived yet; null if the queues do not answer.</summary>
    public int? NoticesWaiting { get; init; }

    /// <summary>How many notices were given up; null if the queues do not answer.</summary>
    public int? NoticeDeadLetters { get; init; }

    /// <summary>True if there is more in a queue than was counted; null if there is not.</summary>
    public bool? More { get; init; }

    /// <summary>The room on the disk; null if the host has no disk of its own.</summary>
    public DiskDocument? Disk { get; init; }
}
