using LeadFilter.Sqlite.Pages;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadFilter.Sqlite.Connections;

/// <summary>A connection to the database file and the statements that were prepared on it; for one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3 database;
    private readonly TimeSpan busyTimeout;

    // The texts of statements are made once and kept, so that comparing references will do.
    private readonly Dictionary<string, Statement> statements = new(ReferenceEqualityComparer.Instance);

    static Connection() => OverwrittenGaps.Register();

    private Connection(SqliteConnection connection, TimeSpan busyTimeout)
    {
        this.connection = connection;
        this.busyTimeout = busyTimeout;
        database = connection.Handle!;
        WaitAtMost(busyTimeout);
    }

    /// <summary>Whether a transaction that was begun is still open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(database) == 0;

    /// <summary>Opens the file.</summary>
    /// <param name="file">The database file; it exists.</param>
    /// <param name="busyTimeout">How long to wait for another process that writes at the moment.</param>
    /// <param name="layer">The name of the file layer (VFS).</param>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public static Connection Open(string file, TimeSpan busyTimeout, string layer = OverwrittenGaps.Name)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            Vfs = layer,
        };
        var opened = new SqliteConnection(settings.ConnectionString);
        try
        {
            opened.Open();
            return new(opened, busyTimeout);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The prepared statement for a text, ready to be bound.</summary>
    /// <param name="sql">The text: a constant, or kept by the caller, since it is recognized by its reference.</param>
    /// <exception cref="SqliteException">SQLite refuses it.</exception>
    public Statement Prepare(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = new(database, sql);
            statements.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>Runs a statement once.</summary>
    /// <param name="sql">The statement.</param>
    /// <returns>The number in the first column of its first row; 0 if there is none.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    public long Run(string sql)
    {
        using var statement = new Statement(database, sql);
        return statement.Next() ? statement.Number(0) : 0;
    }

    /// <summary>Runs a statement once, and waits for others another time than usual.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="patience">How long to wait for others that use the file.</param>
    /// <returns>The number in the first column of its first row; 0 if there is none.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    public long Run(string sql, TimeSpan patience)
    {
        WaitAtMost(patience);
        try
        {
            return Run(sql);
        }
        finally
        {
            WaitAtMost(busyTimeout);
        }
    }

    /// <summary>
    /// Moves what no reader needs any more from the log into the database file; neither readers nor the writer wait for it.
    /// </summary>
    /// <exception cref="SqliteException">The file cannot be written.</exception>
    public void CheckpointWhatIsFree() => Run("PRAGMA wal_checkpoint(PASSIVE)");

    /// <summary>Begins to copy this database into another one.</summary>
    /// <param name="target">A connection to an empty database; both stay open until the copy is disposed.</param>
    /// <exception cref="SqliteException">It cannot begin.</exception>
    public PageCopy CopyTo(Connection target) => new(database, target.database);

    /// <summary>How many pages this connection has written since the last call.</summary>
    public int TakePagesWritten()
    {
        _ = raw.sqlite3_db_status(database, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 1);
        return written;
    }

    /// <summary>Reads one number.</summary>
    /// <param name="sql">The statement, with one parameter; recognized by its reference.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The first column of its first row; null if there is none.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    public long? ReadNumber(string sql, string parameter)
    {
        var statement = Prepare(sql).Bind(1, parameter);
        long? number = statement.Next() ? statement.Number(0) : null;
        statement.Reset();
        return number;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        statements.Clear();
        connection.Dispose();
    }

    private void WaitAtMost(TimeSpan patience) => _ = raw.sqlite3_busy_timeout(database, (int)patience.TotalMilliseconds);
}
