using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LeadFilter.TeamProgram.Storage;

/// <summary>Sets on each connection what SQLite does not keep in the file.</summary>
public sealed class Pragmas : DbConnectionInterceptor
{
    private const string Text = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Text;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
