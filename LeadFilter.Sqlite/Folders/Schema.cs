using LeadFilter.Sqlite.Connections;
using LeadFilter.Sqlite.Queues;
using LeadFilter.Sqlite.Tables;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadFilter.Sqlite.Folders;

/// <summary>The layout of the database file.</summary>
internal static class Schema
{
    /// <summary>
    /// The layout's version, kept in the file as <c>user_version</c>. Raise it when an older program could no longer use the
    /// file, or would break what is promised of it. Since version 2, nothing that was deleted is left in the file. Since version 3, what
    /// was delivered stands in the ledger.
    /// </summary>
    public const int Version = 3;

    /// <summary>The mark of a LeadFilter database, kept in the file as <c>application_id</c>: "LFdb".</summary>
    public const int Mark = 0x4C466462;

    private const int CleanVersion = 2;

    /// <summary>Makes what is missing, or finds that the file is not for this program.</summary>
    /// <param name="connection">A connection outside of a transaction.</param>
    /// <param name="tables">The names of the tables.</param>
    /// <param name="cleans">Whether an older file is rebuilt.</param>
    /// <returns>What the file turned out to be.</returns>
    /// <exception cref="SqliteException">The file cannot be read or written.</exception>
    public static SchemaState Apply(Connection connection, IReadOnlyList<string> tables, bool cleans)
    {
        var state = Examine(connection, out var isEmpty);
        if (state is SchemaState.Foreign or SchemaState.Newer)
        {
            return state;
        }

        connection.Run("PRAGMA journal_mode = WAL");
        connection.Run("BEGIN IMMEDIATE");
        RenameDeliveries(connection);
        Create(connection, tables);
        if (isEmpty || state == SchemaState.Fit)
        {
            connection.Run($"PRAGMA user_version = {Version}");
        }

        connection.Run("COMMIT");
        return isEmpty || state == SchemaState.Fit || (cleans && TryClean(connection)) ? SchemaState.Fit : SchemaState.Unclean;
    }

    /// <summary>Looks what a file is, and changes nothing.</summary>
    /// <param name="connection">A connection.</param>
    /// <param name="isEmpty">Whether there is nothing in it, so that it may become anybody's.</param>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public static SchemaState Examine(Connection connection, out bool isEmpty)
    {
        isEmpty = connection.Run("SELECT count(*) FROM sqlite_schema") == 0;
        var isOurs = connection.Run("PRAGMA application_id") == Mark;
        if (!isEmpty && !isOurs)
        {
            return SchemaState.Foreign;
        }

        return connection.Run("PRAGMA user_version") switch
        {
            > Version => SchemaState.Newer,
            >= CleanVersion => SchemaState.Fit,
            _ => SchemaState.Unclean,
        };
    }

    /// <summary>Before version 3, the ledger knew no more of a lead than its delivery, and had another name.</summary>
    private static void RenameDeliveries(Connection connection)
    {
        if (connection.Run("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'Deliveries'") == 1
            && connection.Run("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'Ledger'") == 0)
        {
            connection.Run("ALTER TABLE Deliveries RENAME TO Ledger");
        }
    }

    private static void Create(Connection connection, IReadOnlyList<string> tables)
    {
        foreach (var table in tables)
        {
            connection.Run(new TableSql(table).Create);
        }

        connection.Run(MessageSql.CreateMessages);
        connection.Run(MessageSql.CreateOrder);
        connection.Run(MessageSql.CreateDead);
        connection.Run(MessageSql.CreateDeadIds);
        connection.Run(MessageSql.CreateHistory);
        connection.Run("CREATE TABLE IF NOT EXISTS numbers (last INTEGER NOT NULL) STRICT");
        connection.Run("INSERT INTO numbers (last) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM numbers)");
        connection.Run($"PRAGMA application_id = {Mark}");
    }

    /// <summary>
    /// Rebuilds the file: pages that are free, and the gaps in others, hold what was deleted by versions before 2. If the process
    /// dies meanwhile, the next one begins again.
    /// </summary>
    /// <returns>False if the disk has no room for it, or another process uses the file. It can be used as it is.</returns>
    private static bool TryClean(Connection connection)
    {
        try
        {
            connection.Run("PRAGMA secure_delete = ON");
            connection.Run("VACUUM");
            connection.Run($"PRAGMA user_version = {Version}");
            connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_BUSY)
        {
            return false;
        }
    }
}
