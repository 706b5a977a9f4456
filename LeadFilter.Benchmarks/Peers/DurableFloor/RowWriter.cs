using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace LeadFilter.DurableFloor;

/// <summary>
/// Writes rows in the order in which they come, on one thread: whatever waits when a transaction begins goes into that
/// transaction. A row is durable when its task ends.
/// </summary>
internal sealed class RowWriter : IAsyncDisposable
{
    /// <summary>The size of a row, in bytes: that of a record of the filter.</summary>
    private const int RowSize = 700;

    private readonly Channel<TaskCompletionSource<long>> waiting =
        Channel.CreateUnbounded<TaskCompletionSource<long>>(new() { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly Task writing;

    /// <summary>Opens the database, makes it if there is none, and begins to write.</summary>
    /// <param name="file">The database's file.</param>
    public RowWriter(string file)
    {
        SQLitePCL.Batteries_V2.Init();
        connection = new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute("CREATE TABLE IF NOT EXISTS Answers (Id INTEGER PRIMARY KEY, Record BLOB NOT NULL)");
        writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Writes one row.</summary>
    /// <returns>Its id, once it is durable.</returns>
    public Task<long> WriteAsync()
    {
        var row = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        return waiting.Writer.TryWrite(row) ? row.Task : throw new ObjectDisposedException(nameof(RowWriter));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        await writing;
        await connection.DisposeAsync();
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Write()
    {
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        using var commit = connection.CreateCommand();
        commit.CommandText = "COMMIT";
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Answers (Record) VALUES ($record) RETURNING Id";
        insert.Parameters.AddWithValue("$record", new byte[RowSize]);
        insert.Prepare();
        var batch = new List<(TaskCompletionSource<long> Row, long Id)>();
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            begin.ExecuteNonQuery();
            while (waiting.Reader.TryRead(out var row))
            {
                batch.Add((row, (long)insert.ExecuteScalar()!));
            }

            commit.ExecuteNonQuery();
            foreach (var (row, id) in batch)
            {
                row.SetResult(id);
            }

            batch.Clear();
        }
    }
}
