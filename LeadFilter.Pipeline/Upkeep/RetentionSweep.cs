using LeadFilter.Pipeline.Ports;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Upkeep;

/// <summary>
/// Deletes what is past its retention, a bounded number of rows at a time. How far it has come is kept in the tables, so a
/// process that ends goes on there when it starts again. Several processes at once do no harm: a row is deleted only as it
/// was read, so one that was renewed in between stays.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="queues">What lies in the queues.</param>
/// <param name="retention">How long each row is kept.</param>
/// <param name="options">How long dead letters are kept.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say that dead letters are deleted.</param>
public sealed partial class RetentionSweep(
    ITables tables,
    IQueueContents queues,
    RetentionTable retention,
    RetentionOptions options,
    TimeProvider time,
    ILogger<RetentionSweep> logger)
{
    /// <summary>How many rows a step looks at.</summary>
    public const int StepRows = 1_000;

    private const int DeletedAtOnce = 64;
    private const int SecondsOfHour = 3_600;
    private const string Partition = "sweep";
    private const string PartitionProperty = "Partition";
    private const string RowProperty = "Row";

    private readonly ITable upkeep = tables[TableNames.Upkeep];

    /// <summary>Sweeps the dead letters and every table to its end, or until the time is up.</summary>
    /// <param name="budget">How long it may take; what is left is seen to by the next call.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many rows and dead letters were deleted.</returns>
    /// <exception cref="StoreUnavailableException">A table is down; the rest can be deleted later.</exception>
    public async Task<long> RunAsync(TimeSpan budget, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var deleted = 0L;

        // Each hour another table is the first: one that takes all of the time does not keep the others from being swept.
        var hour = time.GetUtcNow().ToUnixTimeSeconds() / SecondsOfHour;
        for (var at = 0; at < retention.Rules.Count; at++)
        {
            var rule = retention.Rules[(int)((hour + at) % retention.Rules.Count)];
            for (var more = true; more && time.GetElapsedTime(started) < budget;)
            {
                (more, var some) = await StepAsync(rule, cancellation);
                deleted += some;
            }
        }

        return deleted + await DeleteDeadLettersAsync(cancellation);
    }

    /// <summary>Deletes the dead letters that are past their retention.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many.</returns>
    /// <exception cref="StoreUnavailableException">A queue is down; the rest can be deleted later.</exception>
    public async Task<int> DeleteDeadLettersAsync(CancellationToken cancellation)
    {
        var deleted = 0;
        foreach (var queue in QueueNames.All)
        {
            var ended = time.GetUtcNow() - options.DeadLetters;
            var some = await queues.ReadAsync(queue, dead: true, cancellation)
                .TakeWhile(message => message.Since <= ended)
                .Take(StepRows)
                .ToListAsync(cancellation);
            if (await queues.DeleteAsync(some, cancellation) is > 0 and var count)
            {
                DeadLettersEnded(logger, count, queue, options.DeadLetters.TotalDays);
                deleted += count;
            }
        }

        return deleted;
    }

    /// <summary>Looks at the next rows of a table and deletes those that are past their retention.</summary>
    /// <param name="rule">The table's rule.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether more rows follow; otherwise the next step begins with the table's first. And how many were deleted.</returns>
    /// <exception cref="StoreUnavailableException">The table is down; the rest can be deleted later.</exception>
    public async Task<(bool HasMore, int Deleted)> StepAsync(RetentionRule rule, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var table = tables[rule.Table];
        var cursor = await upkeep.FindAsync(Partition, rule.Table, cancellation);
        var (now, endOf) = (time.GetUtcNow(), rule.Reader());
        var expired = new List<Row>();
        Row? last = null;
        var seen = 0;
        await foreach (var row in table
            .ScanAsync(cursor?.Text(PartitionProperty) ?? "", cursor?.Text(RowProperty) ?? "", cancellation)
            .Take(StepRows)
            .WithCancellation(cancellation))
        {
            seen++;
            last = row;
            if (endOf(row) <= now)
            {
                expired.Add(row);
            }
        }

        var deleted = 0;
        foreach (var some in expired.Chunk(DeletedAtOnce))
        {
            var done = await Task.WhenAll(some.Select(row => table.TryDeleteAsync(row, cancellation).AsTask()));
            deleted += done.Count(static isDeleted => isDeleted);
        }

        var hasMore = seen == StepRows;
        if (hasMore || cursor is not null)
        {
            await KeepAsync(cursor, rule.Table, hasMore ? last : null, cancellation);
        }

        return (hasMore, deleted);
    }

    /// <summary>Notes after which row the next step begins. Where another process notes its own at the same time, either will do.</summary>
    private async ValueTask KeepAsync(Row? cursor, string table, Row? last, CancellationToken cancellation)
    {
        if (last is null)
        {
            await upkeep.TryDeleteAsync(cursor!, cancellation);
            return;
        }

        var next = (cursor ?? new(Partition, table)).Set(PartitionProperty, last.PartitionKey).Set(RowProperty, last.RowKey);
        await (cursor is null ? upkeep.TryInsertAsync(next, cancellation) : upkeep.TryReplaceAsync(next, cancellation));
    }

    [LoggerMessage(
        EventId = 7001, Level = LogLevel.Warning,
        Message = "{Count} dead letters of queue {Queue} were {Days} days old and are deleted: nobody replayed or dropped them")]
    private static partial void DeadLettersEnded(ILogger logger, int count, string queue, double days);
}
