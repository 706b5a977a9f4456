using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Connections;
using LeadFilter.Sqlite.Folders;
using LeadFilter.Sqlite.Queues;
using LeadFilter.Sqlite.Settings;
using LeadFilter.Sqlite.Tables;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite;

/// <summary>
/// The tables and queues of an installation on one machine, in one SQLite file. Several processes may have it open at once.
/// What was acknowledged survives the end of the process and a loss of power.
/// </summary>
internal sealed class SqliteStore : IAsyncDisposable
{
    private readonly ReadConnections readers;
    private readonly SqliteTables tables;

    private SqliteStore(string file, bool isClean, TimeProvider time, StoreSettings settings)
    {
        (File, IsClean) = (file, isClean);
        readers = new(file, settings.BusyTimeout);
        var upkeep = new QueueUpkeep(time);
        Writer = new(file, settings, time, upkeep);
        tables = new(Writer, readers, settings.Tables);
        Queue = new(Writer, readers, upkeep, time, settings);
        Changes = new SqliteChanges(Writer, tables, Queue);
    }

    /// <summary>The full path of the database file.</summary>
    public string File { get; }

    /// <summary>Whether nothing that was ever deleted from the file is left in it: see <see cref="StoreSettings.CleansOldFile"/>.</summary>
    public bool IsClean { get; }

    /// <summary>The tables.</summary>
    public ITables Tables => tables;

    /// <summary>The queues: to send, to receive and to see to the dead letters.</summary>
    public SqliteQueue Queue { get; }

    /// <summary>Makes several changes of tables and queues, and settles several messages, in one transaction.</summary>
    public SqliteChanges Changes { get; }

    /// <summary>Makes all changes.</summary>
    public Writer Writer { get; }

    /// <summary>Opens a data folder; makes it and its database if they are missing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">The clock of schedules, locks and repetitions.</param>
    /// <param name="settings">How to open and use it; null for the defaults.</param>
    /// <exception cref="DataFolderException">It cannot be used; the message tells an operator what to do.</exception>
    public static SqliteStore Open(string folder, TimeProvider time, StoreSettings? settings = null)
    {
        settings ??= new();
        var (file, isClean) = DataFolder.Prepare(folder, settings);
        return new(file, isClean, time, settings);
    }

    /// <summary>
    /// Finishes the changes that were handed over and closes the file. Later calls fail with
    /// <see cref="StoreUnavailableException"/>.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        readers.Dispose();
    }
}
