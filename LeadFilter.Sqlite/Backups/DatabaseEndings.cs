namespace LeadFilter.Sqlite.Backups;

/// <summary>What SQLite puts behind a database's name for the files that belong to it.</summary>
internal static class DatabaseEndings
{
    /// <summary>The logs and the index, without which nothing is lost that is not in them.</summary>
    public static readonly IReadOnlyList<string> Logs = ["-wal", "-shm", "-journal"];

    /// <summary>Those, and the database itself.</summary>
    public static readonly IReadOnlyList<string> All = ["", .. Logs];
}
