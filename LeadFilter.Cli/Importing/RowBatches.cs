using System.Runtime.CompilerServices;
using LeadFilter.Http.Rows;

namespace LeadFilter.Cli.Importing;

/// <summary>
/// The rows of a file that is imported, in batches and in the order of its lines, in memory that does not grow with the file.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="fromLine">The line at which to begin.</param>
/// <param name="problems">Takes the rows that cannot be read.</param>
internal sealed class RowBatches(RowFile file, long fromLine, ImportProblems problems)
{
    private const int BatchSize = 1000;

    private long rows;

    /// <summary>How many rows are read. May be asked by another thread.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>Reads them.</summary>
    /// <param name="cancellation">Stops.</param>
    /// <returns>
    /// Batches that can be read, none of them kept by this, each with the line with which it ends; the last may be empty: it tells how
    /// far the file was read.
    /// </returns>
    public async IAsyncEnumerable<(IReadOnlyList<FileRow> Rows, long LastLine)> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var batch = new List<FileRow>(BatchSize);
        var line = 0L;
        await foreach (var row in file.ReadAsync(cancellation))
        {
            line = row.Line;
            if (line < fromLine)
            {
                continue;
            }

            Interlocked.Increment(ref rows);
            if (row.Problem is { } problem)
            {
                problems.Add(row.Line, problem);
            }
            else
            {
                batch.Add(row);
            }

            if (batch.Count == BatchSize)
            {
                yield return (batch, line);
                batch = new(BatchSize);
            }
        }

        yield return (batch, line);
    }
}
