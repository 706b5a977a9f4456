using LeadFilter.Sqlite.Connections;

namespace LeadFilter.Tests.Sqlite;

/// <summary>Another program that reads the claims as they are at the moment, until disposed.</summary>
internal sealed class OpenRead : IDisposable
{
    private readonly Connection connection;

    public OpenRead(string file)
    {
        connection = Connection.Open(file, TimeSpan.FromSeconds(5));
        connection.Run("BEGIN");
        Count();
    }

    /// <summary>How many claims it sees.</summary>
    public long Count() => connection.Run("SELECT count(*) FROM Claims");

    public void Dispose()
    {
        connection.Run("ROLLBACK");
        connection.Dispose();
    }
}
