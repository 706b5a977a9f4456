using System.Runtime.CompilerServices;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Connections;

namespace LeadFilter.Sqlite.Queues;

/// <summary>Reads the dead letters of a data folder.</summary>
internal static class DeadLetterPages
{
    private const int PageSize = 256;

    /// <summary>Reads a queue's dead letters, oldest first, page by page as the caller goes on.</summary>
    /// <param name="readers">Read.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<DeadLetter> ReadAsync(
        ReadConnections readers,
        string queue,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = (DiedAt: long.MinValue, Number: long.MinValue);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = readers.Read((queue, after), static (connection, start) => ReadPage(connection, start));
            foreach (var (_, letter) in page)
            {
                yield return letter;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = (page[^1].Letter.DiedAt.ToUnixTimeMilliseconds(), page[^1].Number);
            await Task.Yield();
        }
    }

    private static List<(long Number, DeadLetter Letter)> ReadPage(
        Connection connection,
        (string Queue, (long DiedAt, long Number) After) start)
    {
        var dead = connection.Prepare(MessageSql.Dead)
            .Bind(1, start.Queue)
            .Bind(2, start.After.DiedAt)
            .Bind(3, start.After.Number)
            .Bind(4, PageSize);
        var page = new List<(long, DeadLetter)>();
        try
        {
            while (dead.Next())
            {
                page.Add((dead.Number(0), ReadLetter(dead, start.Queue)));
            }
        }
        finally
        {
            dead.Reset();
        }

        return page;
    }

    private static DeadLetter ReadLetter(Statement dead, string queue) => new(
        queue,
        dead.Text(1),
        DateTimeOffset.FromUnixTimeMilliseconds(dead.Number(2)),
        dead.Text(3),
        dead.Text(4),
        (int)dead.Number(5),
        MessageProperties.Read(dead.Bytes(6)));
}
