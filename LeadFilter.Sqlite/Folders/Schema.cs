using LeadFilter.Sqlite.Connections;
using LeadFilter.Sqlite.Queues;
using LeadFilter.Sqlite.Tables;
using Microsoft.Data.Sqlite;

namespace LeadFilter.Sqlite.Folders;

/// <summary>The layout of the database file.</summary>
internal static class Schema
{
    /// <summary>
    /// The layout's version, kept in the file as <c>user_version</c>. Raise it when an older program could no longer use the
    /// file.
    /// </summary>
    public const int Version = 1;

    /// <summary>The mark of a LeadFilter database, kept in the file as <c>application_id</c>: "LFdb".</summary>
    public const int Mark = 0x4C466462;

    /// <summary>Makes what is missing, or finds that the file is not for this program.</summary>
    /// <param name="connection">A connection outside of a transaction.</param>
    /// <param name="tables">The names of the tables.</param>
    /// <returns>What the file turned out to be.</returns>
    /// <exception cref="SqliteException">The file cannot be read or written.</exception>
    public static SchemaState Apply(Connection connection, IReadOnlyList<string> tables)
    {
        var state = Examine(connection);
        if (state == SchemaState.Fit)
        {
            connection.Run("PRAGMA journal_mode = WAL");
            connection.Run("BEGIN IMMEDIATE");
            Create(connection, tables);
            connection.Run("COMMIT");
        }

        return state;
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
        connection.Run($"PRAGMA user_version = {Version}");
    }

    private static SchemaState Examine(Connection connection)
    {
        var isEmpty = connection.Run("SELECT count(*) FROM sqlite_schema") == 0;
        var isOurs = connection.Run("PRAGMA application_id") == Mark;
        if (!isEmpty && !isOurs)
        {
            return SchemaState.Foreign;
        }

        return connection.Run("PRAGMA user_version") > Version ? SchemaState.Newer : SchemaState.Fit;
    }
}
