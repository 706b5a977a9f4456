using System.Globalization;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using Microsoft.Data.Sqlite;

namespace LeadFilter.Tests.Faults.PowerCuts;

/// <summary>
/// Callers that change a store at once, each in an order that is known: insert a row, send a message, replace a row, delete
/// every other row; and one more that receives and completes what it sends. What stands in a store tells how far each has come.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="seed">For the sizes of rows.</param>
internal sealed class WriteLoad(SqliteStore store, int seed) : IAsyncDisposable
{
    /// <summary>How many callers insert rows.</summary>
    public const int Callers = 6;

    private const int Kinds = 4;
    private const int MaxRow = 6_000;
    private const string Counters = "counters";

    private readonly int[] acknowledged = new int[Callers + 1];
    private readonly CancellationTokenSource stop = new();
    private TaskCompletionSource reached = new();
    private Task running = Task.CompletedTask;
    private long total;
    private long goal;

    /// <summary>How many changes of each caller were acknowledged until now; last those of the one that completes messages.</summary>
    public IReadOnlyList<int> Acknowledged() => [.. Enumerable.Range(0, Callers + 1).Select(caller => Volatile.Read(ref acknowledged[caller]))];

    public void Start() => running = Task.WhenAll(
        [.. Enumerable.Range(0, Callers).Select(caller => Task.Run(() => ChangeAsync(caller))), Task.Run(CompleteAsync)]);

    /// <summary>Ends when every caller has finished what it is at.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    /// <summary>Waits until more changes are acknowledged.</summary>
    public async Task GoOnAsync(int changes)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref reached, enough);
        Volatile.Write(ref goal, Volatile.Read(ref total) + changes);
        await await Task.WhenAny(enough.Task, running);
    }

    /// <summary>What is wrong with a store in which at least so much was acknowledged; null if nothing is.</summary>
    /// <param name="file">Its database file.</param>
    /// <param name="promised">How many changes of each caller it must hold.</param>
    public static string? Judge(string file, IReadOnlyList<int> promised)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        if (Text(connection, "PRAGMA integrity_check") is not "ok" and var damage)
        {
            return damage;
        }

        if (Text(connection, "SELECT count(*) FROM messages m FULL JOIN history h USING (queue, id) WHERE queue = 'leads' AND (m.id IS NULL OR h.id IS NULL)") is not "0" and var halves)
        {
            return $"{halves} messages are there by half";
        }

        for (var caller = 0; caller < Callers; caller++)
        {
            var rows = Text(connection, $"SELECT group_concat(row, ' ') FROM (SELECT row FROM Claims WHERE partition = 'w{caller}' ORDER BY row)");
            var messages = Text(connection, $"SELECT group_concat(id, ' ') FROM (SELECT id FROM messages WHERE id LIKE 'w{caller}-%' ORDER BY id)");
            var count = Text(connection, $"SELECT json_extract(properties, '$.Count') FROM Claims WHERE partition = '{Counters}' AND row = 'w{caller}'");
            var found = $"rows {rows}; messages {messages}; count {count}";
            if (!Enumerable.Range(promised[caller], Kinds * Kinds * Kinds).Any(done => Expected(caller, done) == found))
            {
                return $"{promised[caller]} changes of caller {caller} were acknowledged, and there are {found}";
            }
        }

        var waiting = Text(connection, "SELECT coalesce(min(cast(id AS INTEGER)), 1 << 30) FROM messages WHERE queue = 'records'");
        return int.Parse(waiting, CultureInfo.InvariantCulture) < promised[Callers] ? $"message {waiting} was completed and is there again" : null;
    }

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants and numbers.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>What is there when a caller has made so many changes.</summary>
    private static string Expected(int caller, int done)
    {
        int Done(int kind) => (done - kind + Kinds - 1) / Kinds;
        var rows = Enumerable.Range(0, Done(0)).Where(number => number % 2 == 0 || number >= Done(3)).Select(Key);
        var messages = Enumerable.Range(0, Done(1)).Select(number => $"w{caller}-{Key(number)}");
        return $"rows {string.Join(' ', rows)}; messages {string.Join(' ', messages)}; count {(Done(2) == 0 ? "" : Done(2) - 1)}";
    }

    private static string Key(int number) => number.ToString("d6", CultureInfo.InvariantCulture);

    private async Task ChangeAsync(int caller)
    {
        var random = new Random(seed + caller);
        var table = store.Tables[TableNames.Claims];
        var counter = new Row(Counters, $"w{caller}");
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var row = new Row($"w{caller}", Key(number)).Set("Text", new string('x', random.Next(MaxRow)));
            await table.TryInsertAsync(row, CancellationToken.None);
            Acknowledge(caller);
            await store.Queue.SendAsync(
                new() { Queue = QueueNames.Leads, MessageId = $"w{caller}-{Key(number)}", Subject = "lead", Body = new byte[random.Next(MaxRow)] },
                CancellationToken.None);
            Acknowledge(caller);
            counter.Set("Count", (long)number);
            await (number == 0 ? table.TryInsertAsync(counter, CancellationToken.None) : table.TryReplaceAsync(counter, CancellationToken.None));
            Acknowledge(caller);
            if (number % 2 == 1)
            {
                await table.TryDeleteAsync(row, CancellationToken.None);
            }

            Acknowledge(caller);
        }
    }

    private async Task CompleteAsync()
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            await store.Queue.SendAsync(
                new() { Queue = QueueNames.Records, MessageId = $"{number}", Subject = "record", Body = "{}"u8.ToArray() }, CancellationToken.None);
            foreach (var received in await store.Queue.TryReceiveAsync(QueueNames.Records, 1, TimeSpan.FromMinutes(1)))
            {
                await store.Queue.CompleteAsync(received, CancellationToken.None);
            }

            Acknowledge(Callers);
        }
    }

    private void Acknowledge(int caller)
    {
        Interlocked.Increment(ref acknowledged[caller]);
        if (Interlocked.Increment(ref total) >= Volatile.Read(ref goal))
        {
            Volatile.Read(ref reached).TrySetResult();
        }
    }
}
