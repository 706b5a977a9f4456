using System.Globalization;
using System.Text;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Sending;
using LeadFilter.Http.Rows;

namespace LeadFilter.Cli.Commands.Records;

/// <summary>
/// Sends the records of a file to a running filter: batch by batch, in memory that does not grow with the file, and in the order of
/// its lines. Sending a record again changes nothing, so an import that broke off is repeated.
/// </summary>
internal sealed class RecordImport
{
    private readonly AdminApi filter;
    private readonly Uri target;
    private readonly TimeProvider time;
    private readonly RowBatches batches;

    /// <summary>Makes an import.</summary>
    /// <param name="file">The file.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="target">Where the filter takes such records.</param>
    /// <param name="fromLine">The line of the file at which to begin.</param>
    /// <param name="time">The clock, for sample files, whose times are told from now as in those of leads: <c>{now-2d}</c>.</param>
    public RecordImport(RowFile file, AdminApi filter, Uri target, long fromLine, TimeProvider time)
    {
        (this.filter, this.target, this.time) = (filter, target, time);
        batches = new(file, fromLine, Problems);
    }

    /// <summary>How many rows are read. May be asked by another thread.</summary>
    public long Rows => batches.Rows;

    /// <summary>The last line up to which, and with which, everything is answered.</summary>
    public long DoneLine { get; private set; }

    /// <summary>How many records count from now on.</summary>
    public long Counted { get; private set; }

    /// <summary>How many were counted before.</summary>
    public long Known { get; private set; }

    /// <summary>What is not taken.</summary>
    public ImportProblems Problems { get; } = new();

    /// <summary>Imports. What was taken stays so, however it ends.</summary>
    /// <param name="cancellation">Stops.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var (rows, line) in batches.ReadAsync(cancellation))
        {
            await SendAsync([.. rows.Select(row => row with { Cells = [.. row.Cells.Select(Told)] })], line, cancellation);
        }
    }

    private KeyValuePair<string, string> Told(KeyValuePair<string, string> cell)
    {
        var text = Encoding.UTF8.GetBytes(cell.Value);
        return text.AsSpan().StartsWith(NowExpression.Opening)
            && NowExpression.TryRead(text, out var expression, out var length) && length == text.Length
                ? new(cell.Key, (time.GetUtcNow() + expression.Offset).ToString("O", CultureInfo.InvariantCulture))
                : cell;
    }

    private async Task SendAsync(IReadOnlyList<FileRow> batch, long line, CancellationToken cancellation)
    {
        if (batch.Count > 0)
        {
            var answer = await filter.SendAsync(
                HttpMethod.Post, target, RowLines.Of(batch), "application/x-ndjson", RecordJson.Default.BatchAnswer, cancellation);
            (Counted, Known) = (Counted + answer.Counted + answer.Recorded, Known + answer.Known);
            foreach (var one in answer.Lines)
            {
                if (one.Code is not null && one.Line >= 1 && one.Line <= batch.Count)
                {
                    Problems.Add(batch[(int)one.Line - 1].Line, $"{one.Code}: {one.Detail}");
                }
            }
        }

        DoneLine = line;
    }
}
