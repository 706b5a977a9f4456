using System.Runtime.CompilerServices;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Connections;

namespace LeadFilter.Sqlite.Queues;

/// <summary>Reads what lies in the queues of a data folder, page by page as the caller goes on.</summary>
internal static class KeptMessagePages
{
    private const int PageSize = 64;

    /// <summary>Reads the messages that are not dead, in the order in which they were sent.</summary>
    /// <param name="readers">Read.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="time">The clock, for locks.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<KeptMessage> ReadLivingAsync(
        ReadConnections readers, string queue, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = long.MinValue;
        List<KeptMessage> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            page = readers.Read((queue, after, now), static (connection, start) => Read(
                connection.Prepare(MessageSql.KeptLiving).Bind(1, start.queue).Bind(2, start.after).Bind(3, PageSize).Bind(4, start.now),
                start.queue,
                static row => (row.Number(5) != 0 ? MessageState.InHand : MessageState.Waiting, null)));
            foreach (var message in page)
            {
                after = message.Number;
                yield return message;
            }

            await Task.Yield();
        }
        while (page.Count == PageSize);
    }

    /// <summary>Reads the dead letters, those first that died first.</summary>
    /// <param name="readers">Read.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<KeptMessage> ReadDeadAsync(
        ReadConnections readers, string queue, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (diedAt, number) = (long.MinValue, long.MinValue);
        List<KeptMessage> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            page = readers.Read((queue, diedAt, number), static (connection, start) => Read(
                connection.Prepare(MessageSql.KeptDead).Bind(1, start.queue).Bind(2, start.diedAt).Bind(3, start.number).Bind(4, PageSize),
                start.queue,
                static row => (MessageState.Dead, DateTimeOffset.FromUnixTimeMilliseconds(row.Number(5)))));
            foreach (var message in page)
            {
                (diedAt, number) = (message.Since!.Value.ToUnixTimeMilliseconds(), message.Number);
                yield return message;
            }

            await Task.Yield();
        }
        while (page.Count == PageSize);
    }

    private static List<KeptMessage> Read(Statement rows, string queue, Func<Statement, (MessageState State, DateTimeOffset? Since)> end)
    {
        var page = new List<KeptMessage>();
        try
        {
            while (rows.Next())
            {
                var message = new QueueMessage
                {
                    Queue = queue,
                    MessageId = rows.Text(1),
                    Subject = rows.Text(2),
                    Body = rows.Bytes(3).ToArray(),
                    Properties = MessageProperties.Read(rows.Bytes(4)),
                };
                var (state, since) = end(rows);
                page.Add(new(message, state, rows.Number(0), since));
            }
        }
        finally
        {
            rows.Reset();
        }

        return page;
    }
}
