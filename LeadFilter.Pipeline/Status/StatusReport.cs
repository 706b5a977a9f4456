using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Status;

/// <summary>How the filter is, for its operator.</summary>
/// <param name="MissingSecrets">The secrets that are needed and not set.</param>
/// <param name="Queues">What lies in the queues; null if they do not answer.</param>
/// <param name="Disk">The room on the disk; null if the host has none, or it cannot be told.</param>
public sealed record StatusReport(IReadOnlyList<MissingSecret> MissingSecrets, QueueReport? Queues, DiskSpace? Disk);
