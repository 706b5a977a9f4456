using LeadFilter.Sqlite.Connections;
using LeadFilter.Sqlite.Logs;
using Microsoft.Data.Sqlite;

namespace LeadFilter.Sqlite.Writing;

/// <summary>The writer's connection and the transaction that is open on it.</summary>
internal sealed class WriteSession : IDisposable
{
    private static readonly TimeSpan ReadersPatience = TimeSpan.FromMilliseconds(20);

    private readonly Connection connection;
    private long lastNumber;
    private bool numbersTaken;
    private (long LastNumber, bool Taken) marked;

    private WriteSession(Connection connection) => this.connection = connection;

    /// <summary>The time of this transaction, in milliseconds since 1970, UTC.</summary>
    public long Now { get; private set; }

    /// <summary>Opens a connection for writing.</summary>
    /// <param name="file">The database file.</param>
    /// <param name="busyTimeout">How long to wait for another process that writes at the moment.</param>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public static WriteSession Open(string file, TimeSpan busyTimeout)
    {
        GatheredLog.Register();
        var opened = Connection.Open(file, busyTimeout, GatheredLog.Name);
        try
        {
            // Both are conditions of the gathered log, too.
            opened.Run("PRAGMA synchronous = FULL");
            opened.Run("PRAGMA cache_spill = OFF");

            // Not FAST: that leaves what was deleted in pages that become free.
            opened.Run("PRAGMA secure_delete = ON");
            opened.Run("PRAGMA cache_size = -8000");

            // What would be taken back to a mark is kept until then: not in a file, since there are leads in it.
            opened.Run("PRAGMA temp_store = MEMORY");
            opened.Run("PRAGMA wal_autocheckpoint = 0");
            return new(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The prepared statement for a text, ready to be bound.</summary>
    /// <param name="sql">The text, recognized by its reference.</param>
    public Statement Prepare(string sql) => connection.Prepare(sql);

    /// <summary>
    /// A number that this database never gave before, larger than all before it: for versions, locks and messages.
    /// Versions of a key that was deleted and inserted again differ for that reason.
    /// </summary>
    public long NextNumber()
    {
        if (!numbersTaken)
        {
            var last = Prepare("SELECT last FROM numbers");
            lastNumber = last.Next() ? last.Number(0) : 0;
            last.Reset();
            numbersTaken = true;
        }

        return ++lastNumber;
    }

    /// <summary>Begins a transaction, when no other process is in one.</summary>
    /// <param name="now">The time of the transaction.</param>
    /// <exception cref="SqliteException">The file is locked for too long, or cannot be written.</exception>
    public void Begin(DateTimeOffset now)
    {
        Prepare("BEGIN IMMEDIATE").Execute();
        Now = now.ToUnixTimeMilliseconds();
        numbersTaken = false;
    }

    /// <summary>Makes the transaction durable.</summary>
    /// <exception cref="SqliteException">It is not.</exception>
    public void Commit()
    {
        if (numbersTaken)
        {
            Prepare("UPDATE numbers SET last = ?1").Bind(1, lastNumber).Execute();
        }

        Prepare("COMMIT").Execute();
    }

    /// <summary>Marks a place in the transaction.</summary>
    /// <exception cref="SqliteException">It cannot be marked.</exception>
    public void Mark()
    {
        Prepare("SAVEPOINT mark").Execute();
        marked = (lastNumber, numbersTaken);
    }

    /// <summary>Keeps what was done since the mark.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public void Unmark() => Prepare("RELEASE mark").Execute();

    /// <summary>Takes back what was done since the mark.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public void GoBackToMark()
    {
        Prepare("ROLLBACK TO mark").Execute();
        Unmark();

        // With the numbers, too, a transaction in which nothing else is done has nothing to write.
        (lastNumber, numbersTaken) = marked;
    }

    /// <summary>Takes back what the transaction did.</summary>
    /// <returns>False if the connection is of no more use.</returns>
    public bool TryRollBack()
    {
        try
        {
            if (connection.InTransaction)
            {
                connection.Run("ROLLBACK");
            }

            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>How many pages were written since the last call.</summary>
    public int TakePagesWritten() => connection.TakePagesWritten();

    /// <summary>Moves what no reader needs any more from the log into the database file.</summary>
    /// <exception cref="SqliteException">The file cannot be written.</exception>
    public void CheckpointWhatIsFree() => connection.CheckpointWhatIsFree();

    /// <summary>
    /// Moves the log's content into the database file and cuts the log to nothing. Readers of the log are waited for, but only as
    /// long as one usually takes.
    /// </summary>
    /// <returns>False if somebody still reads from it.</returns>
    /// <exception cref="SqliteException">The file cannot be written.</exception>
    public bool TryEmptyLog() => connection.Run("PRAGMA wal_checkpoint(TRUNCATE)", ReadersPatience) == 0;

    /// <summary>Moves the log's content into the database file, as far as other processes let it.</summary>
    /// <exception cref="SqliteException">The file cannot be written.</exception>
    public void Checkpoint() => connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();
}
