using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Sqlite.Settings;

/// <summary>How a data folder is opened and used.</summary>
internal sealed record StoreSettings
{
    /// <summary>Whether a folder without a database gets one. Commands that only look at data say no.</summary>
    public bool CreateIfMissing { get; init; } = true;

    /// <summary>How long a change waits for another process that writes at the moment.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a message is received before it becomes a dead letter; from 1. As in Service Bus, 10 unless told.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How often a waiting receiver looks for what other processes sent.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many pages of 4 KB the write-ahead log gets before its content is moved into the database file; from 1.</summary>
    public int LogPages { get; init; } = 4_000;

    /// <summary>
    /// Whether a file from before version 2 is rebuilt, so that nothing of what was deleted from it is left. It takes a while and
    /// as much room on the disk again as the file has, so only the one server of the folder does it.
    /// </summary>
    public bool CleansOldFile { get; init; }

    /// <summary>The names of its tables.</summary>
    public IReadOnlyList<string> Tables { get; init; } = TableNames.All;
}
