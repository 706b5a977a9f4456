using LeadFilter.Sqlite.Connections;

namespace LeadFilter.Tests.Sqlite;

/// <summary>Another program that is in a transaction on the database, until disposed.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly Connection connection;

    public FileLock(string file)
    {
        connection = Connection.Open(file, TimeSpan.FromSeconds(5));
        connection.Run("BEGIN IMMEDIATE");
    }

    public void Dispose()
    {
        connection.Run("ROLLBACK");
        connection.Dispose();
    }
}
