using System.Collections.Concurrent;
using LeadFilter.Pipeline.Ports;
using Microsoft.Data.Sqlite;

namespace LeadFilter.Sqlite.Connections;

/// <summary>
/// Connections for reading, as many as threads read at the same moment. In WAL mode readers and the writer do not wait
/// for each other, and each read sees what was committed when it began.
/// </summary>
/// <param name="file">The database file.</param>
/// <param name="busyTimeout">How long to wait when the file is locked as a whole.</param>
internal sealed class ReadConnections(string file, TimeSpan busyTimeout) : IDisposable
{
    private const int MaxKept = 16;

    private readonly ConcurrentBag<Connection> idle = [];
    private volatile bool closed;

    /// <summary>Reads something. The reader finishes or resets its statements.</summary>
    /// <typeparam name="TQuestion">What the reader needs to know.</typeparam>
    /// <typeparam name="TAnswer">What it returns.</typeparam>
    /// <param name="question">What the reader needs to know.</param>
    /// <param name="reader">Reads, within one statement.</param>
    /// <exception cref="StoreUnavailableException">The file cannot be read, or the store is closed.</exception>
    public TAnswer Read<TQuestion, TAnswer>(TQuestion question, Func<Connection, TQuestion, TAnswer> reader)
    {
        if (closed)
        {
            throw new StoreUnavailableException("The data folder is closed.");
        }

        Connection? connection = null;
        try
        {
            connection = idle.TryTake(out var kept) ? kept : OpenOne();
            var answer = reader(connection, question);
            Keep(connection);
            return answer;
        }
        catch (SqliteException failure)
        {
            // After an I/O error only a new connection is to be trusted.
            connection?.Dispose();
            throw new StoreUnavailableException($"The database could not be read. {failure.Message}", failure);
        }
    }

    /// <summary>Closes the connections; one in use is closed when its read ends.</summary>
    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private Connection OpenOne()
    {
        var connection = Connection.Open(file, busyTimeout);
        connection.Run("PRAGMA query_only = ON");
        connection.Run("PRAGMA cache_size = -500");
        return connection;
    }

    private void Keep(Connection connection)
    {
        if (idle.Count >= MaxKept)
        {
            connection.Dispose();
            return;
        }

        idle.Add(connection);
        if (closed)
        {
            Dispose();
        }
    }
}
