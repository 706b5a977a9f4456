using System.Buffers;
using LeadFilter.Http.Rows;
using LeadFilter.Cli.Standardizing.Columns;
using LeadFilter.Cli.Standardizing.Rows;

namespace LeadFilter.Cli.Standardizing;

/// <summary>Standardises a whole file: some batches of rows at once on all cores, written in the order of the file.</summary>
/// <param name="form">The file's form.</param>
/// <param name="input">The file.</param>
/// <param name="output">Takes the standardised file.</param>
/// <param name="matcher">Tells which field a column holds.</param>
internal sealed class StandardizeRun(IRowForm form, Stream input, Stream output, ColumnMatcher matcher)
{
    /// <summary>How many batches are in hand at most: enough that no core waits for the file.</summary>
    private static readonly int MaxInHand = 2 * Environment.ProcessorCount;

    private const int MaxNamed = 50;

    private readonly WholeRows reader = new(input);
    private readonly Queue<Task<RowBatch>> inHand = new(MaxInHand);
    private readonly Stack<ArrayBufferWriter<byte>> spare = new();
    private readonly Dictionary<string, ColumnTally> columns = [];
    private readonly List<string> leftAlone = [];
    private long rows;

    /// <summary>How much of the input was read, in bytes. May be asked by another thread.</summary>
    public long BytesRead => reader.BytesRead;

    /// <summary>How many rows are written. May be asked by another thread.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>How many cells that a spreadsheet would run were made text.</summary>
    public long Guarded { get; private set; }

    /// <summary>How many rows were left as they were, since they have too few or too many cells.</summary>
    public long Uneven { get; private set; }

    /// <summary>The first of them, with their numbers and what is wrong.</summary>
    public IReadOnlyList<string> LeftAlone => leftAlone;

    /// <summary>In which encoding the file was read and is written; null if it is UTF-8.</summary>
    public string? Note => reader.DecodedFrom is { } encoding
        ? $"read as {encoding}; written in UTF-8{(reader.HasMark || form.WantsMark ? " with a byte order mark" : "")}"
        : null;

    /// <summary>The columns that were standardised and what came of them, in the order of the file.</summary>
    public IReadOnlyList<ColumnReport> Columns => [.. columns.Values.Select(column => column.Report())];

    /// <summary>Standardises the file.</summary>
    /// <param name="cancellation">Stops.</param>
    /// <returns>What is wrong with the file, with the row's number; null if nothing is. Then the output is not whole.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        var (before, problem) = await form.BeginAsync(reader, cancellation);
        if (problem is not null)
        {
            return problem;
        }

        var piece = await reader.ReadAsync(form.Ends, cancellation);
        if (reader.HasMark || (reader.DecodedFrom is not null && form.WantsMark))
        {
            await output.WriteAsync(Utf8Input.Mark.ToArray(), cancellation);
        }

        await output.WriteAsync(before, cancellation);
        while (true)
        {
            while (piece.Count > 0 && inHand.Count < MaxInHand)
            {
                Start(piece);
                piece = await reader.ReadAsync(form.Ends, cancellation);
            }

            if (!inHand.TryDequeue(out var next))
            {
                return reader.IsTooLong
                    ? $"{form.RowWord} {reader.NextRow}: {WholeRows.TooLong}; is a quote not closed?"
                    : ProblemOfColumns();
            }

            var batch = await next;
            if (batch.Problem is not null)
            {
                return batch.Problem;
            }

            await WriteAsync(batch, cancellation);
        }
    }

    private void Start(RowPiece piece)
    {
        var batch = new RowBatch(piece, spare.TryPop(out var buffer) ? buffer : new(piece.Bytes.Length));
        inHand.Enqueue(Task.Run(() =>
        {
            form.Standardize(batch);
            return batch;
        }));
    }

    private async Task WriteAsync(RowBatch batch, CancellationToken cancellation)
    {
        await output.WriteAsync(batch.Output.WrittenMemory, cancellation);
        batch.Output.ResetWrittenCount();
        spare.Push(batch.Output);
        Interlocked.Add(ref rows, batch.Count);
        Guarded += batch.Guarded;
        Uneven += batch.Uneven;
        leftAlone.AddRange(batch.LeftAlone.Take(MaxNamed - leftAlone.Count));
        foreach (var (name, part) in batch.Columns)
        {
            if (columns.TryGetValue(name, out var whole))
            {
                whole.Add(part);
            }
            else
            {
                columns[name] = part;
            }
        }
    }

    private string? ProblemOfColumns() =>
        Rows is 0 ? null
        : Uneven == Rows ? $"no row has as many cells as the header; {leftAlone[0]}"
        : matcher.Unseen(columns.Keys) is { } missing ? $"--map: no {form.RowWord} has '{missing}'"
        : columns.Count is 0 ? "no column has the name of a field; say which is which with --map COLUMN=FIELD"
        : null;
}
