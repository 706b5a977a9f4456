using Microsoft.Data.Sqlite;

namespace LeadFilter.Tests.Serving;

/// <summary>Looks into a filter's database file, past all of its code.</summary>
internal static class StoredRows
{
    private const string Tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'numbers' ORDER BY name";

    /// <summary>How many rows each table has, the queues and their history included.</summary>
    public static string Count(string file)
    {
        using var connection = Open(file);
        return string.Join(' ', Read(connection, Tables).Select(table => $"{table} {Read(connection, $"SELECT count(*) FROM {table}").Single()}"));
    }

    /// <summary>Everything that is kept but what personal data belongs to: the bodies of messages, and the demo CRM.</summary>
    public static string Dump(string file)
    {
        using var connection = Open(file);
        return string.Join('\n', Read(connection, Tables)
            .Where(table => table is not ("DemoCrm" or "messages"))
            .SelectMany(table => Read(connection, $"SELECT * FROM {table}"))
            .Concat(Read(connection, "SELECT queue, id, subject, properties, reason, description FROM messages")));
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the schema of the filter's own file.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetValue(at).ToString())));
        }

        return rows;
    }
}
