using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace LeadFilter.Tests.Faults.Checking;

/// <summary>Reads log, queue and dead letters from a filter's database file, past all of its code.</summary>
internal static class StoredHistory
{
    private const string Decisions = "SELECT properties FROM Decisions WHERE partition NOT LIKE '%|hours'";
    private const string Outcomes = "SELECT partition, row FROM Outcomes";
    private const string Returns =
        "SELECT partition, row, properties FROM Returns WHERE partition GLOB '*|*|[0-9][0-9][0-9][0-9][0-9][0-9]'";

    private const string Messages = "SELECT body, reason FROM messages WHERE queue = 'leads'";
    private const string LateRecords = "SELECT body FROM messages WHERE queue = 'records' AND died_at IS NULL";
    private const string Moving = "SELECT count(*) FROM messages WHERE died_at IS NULL";

    /// <summary>Adds what a database file holds. The records that still wait in the queue for the log count as logged.</summary>
    /// <param name="history">The history.</param>
    /// <param name="file">The file.</param>
    public static void AddTo(History history, string file)
    {
        using var connection = Open(file);
        foreach (var row in Read(connection, Decisions))
        {
            using var properties = JsonDocument.Parse(row.GetString(0));
            AddRecord(history, properties.RootElement.GetProperty("Record").GetString()!);
        }

        foreach (var row in Read(connection, LateRecords))
        {
            AddRecord(history, System.Text.Encoding.UTF8.GetString((byte[])row.GetValue(0)));
        }

        foreach (var row in Read(connection, Outcomes))
        {
            var (lead, key) = (row.GetString(0), row.GetString(1));
            var bar = key.IndexOf('|', StringComparison.Ordinal);
            history.Add(new CountedEvent(lead, key[..bar], key[(bar + 1)..]));
        }

        foreach (var returned in ReadReturns(file))
        {
            history.Add(new CountedEvent(returned.Lead, "returned", ""));
        }

        foreach (var row in Read(connection, Messages))
        {
            using var body = JsonDocument.Parse((byte[])row.GetValue(0));
            var lead = body.RootElement.GetProperty("id").GetString()!;
            if (row.IsDBNull(1))
            {
                history.AddQueued(lead);
            }
            else
            {
                history.AddDead(lead, row.GetString(1));
            }
        }
    }

    /// <summary>The returns that a database file holds.</summary>
    /// <param name="file">The file.</param>
    public static IReadOnlyList<StoredReturn> ReadReturns(string file)
    {
        using var connection = Open(file);
        var returns = new List<StoredReturn>();
        foreach (var row in Read(connection, Returns))
        {
            using var properties = JsonDocument.Parse(row.GetString(2));
            if (properties.RootElement.TryGetProperty("Changes", out var text))
            {
                // STATE,TICKS,WHO,REASON of each change, the request first.
                var changes = text.GetString()!.Split(';').Select(static change => change.Split(',')).ToList();
                returns.Add(new(
                    row.GetString(1),
                    row.GetString(0).Split('|')[1],
                    decimal.Parse(properties.RootElement.GetProperty("Price").GetString()!, CultureInfo.InvariantCulture),
                    At(changes[0]),
                    changes[^1][0] == "accepted" ? At(changes[^1]) : null));
            }
        }

        return returns;
    }

    /// <summary>How many messages are on their way in all queues.</summary>
    /// <param name="file">The database file.</param>
    public static long CountMoving(string file)
    {
        using var connection = Open(file);
        return Read(connection, Moving).Select(row => row.GetInt64(0)).Single();
    }

    /// <summary>Adds a record of the log of decisions, from its JSON.</summary>
    public static void AddRecord(History history, string text)
    {
        using var json = JsonDocument.Parse(text);
        var record = json.RootElement;
        if (!record.GetProperty("test").GetBoolean())
        {
            history.Add(new Logged(
                record.GetProperty("lead").GetString()!,
                record.GetProperty("vendor").GetString()!,
                record.GetProperty("accepted").GetBoolean(),
                record.GetProperty("price").GetDecimal(),
                record.GetProperty("at").GetDateTimeOffset(),
                record.TryGetProperty("update_of", out _)));
        }
    }

    private static DateTimeOffset At(string[] change) => new(long.Parse(change[1], CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        connection.Open();
        return connection;
    }

    private static IEnumerable<SqliteDataReader> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader;
        }
    }
}
