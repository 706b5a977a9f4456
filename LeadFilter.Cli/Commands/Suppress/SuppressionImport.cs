using LeadFilter.Http.Rows;
using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Suppression;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>
/// Imports a file into a list: batch by batch, in memory that does not grow with the file, and in the order of its lines.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="columns">Tells which cells are values.</param>
/// <param name="target">Where the list is.</param>
/// <param name="request">What is asked.</param>
internal sealed class SuppressionImport(RowFile file, SuppressionColumns columns, ISuppressionTarget target, SuppressRequest request)
{
    private const int BatchSize = 1000;

    private readonly Dictionary<SuppressionKind, List<(long Line, string Value)>> waiting = [];
    private long rows;

    /// <summary>How many rows are read. May be asked by another thread.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>The last line up to which, and with which, everything is on the list.</summary>
    public long DoneLine { get; private set; }

    /// <summary>How many values are new on the list.</summary>
    public long Added { get; private set; }

    /// <summary>How many were there with another end.</summary>
    public long Renewed { get; private set; }

    /// <summary>How many were there already.</summary>
    public long AlreadyThere { get; private set; }

    /// <summary>What was passed over.</summary>
    public ImportProblems Problems { get; } = new();

    /// <summary>Imports. What was imported stays so, however it ends.</summary>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="RefusedException">No column of the file holds values.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var count = 0;
        var line = 0L;
        var writing = Task.CompletedTask;
        await foreach (var row in file.ReadAsync(cancellation))
        {
            line = row.Line;
            if (rows is 0 && file.Columns is { } names && columns.ProblemOf(names) is { } useless)
            {
                throw new RefusedException($"{request.File}: {useless}");
            }

            if (line < request.FromLine)
            {
                continue;
            }

            Interlocked.Increment(ref rows);
            count += Take(row);
            if (count >= BatchSize)
            {
                // The next rows are read while these are written.
                await writing;
                writing = WriteAsync(TakeBatches(), line, cancellation);
                count = 0;
            }
        }

        await writing;
        await WriteAsync(TakeBatches(), line, cancellation);
    }

    private int Take(FileRow row)
    {
        var problem = row.Problem;
        var values = problem is null ? columns.Read(row, out problem) : [];
        if (problem is not null)
        {
            lock (Problems)
            {
                Problems.Add(row.Line, problem);
            }
        }

        foreach (var (kind, value) in values)
        {
            if (!waiting.TryGetValue(kind, out var ofKind))
            {
                waiting.Add(kind, ofKind = new(BatchSize));
            }

            ofKind.Add((row.Line, value));
        }

        return values.Count;
    }

    private List<SuppressionBatch> TakeBatches()
    {
        var batches = new List<SuppressionBatch>();
        foreach (var (kind, values) in waiting.Where(static one => one.Value.Count > 0))
        {
            batches.Add(new(request.List, kind, request.Form, values) { Expires = request.Expires });
        }

        waiting.Clear();
        return batches;
    }

    private async Task WriteAsync(List<SuppressionBatch> batches, long line, CancellationToken cancellation)
    {
        foreach (var batch in batches)
        {
            var tally = await target.AddAsync(batch, cancellation);
            Added += tally.Added;
            Renewed += tally.Renewed;
            AlreadyThere += tally.AlreadyThere;
            lock (Problems)
            {
                foreach (var (at, why) in tally.Invalid)
                {
                    Problems.Add(at, why);
                }
            }
        }

        DoneLine = line;
    }
}
