using System.Buffers;
using LeadFilter.Http.Rows;
using LeadFilter.Cli.Standardizing.Columns;
using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Standardizing.Rows;

/// <summary>Some rows of a file on their way through: as they were read, as they will be written, and what was counted.</summary>
/// <param name="rows">The rows as they were read.</param>
/// <param name="output">Takes what will be written.</param>
internal sealed class RowBatch(RowPiece rows, ArrayBufferWriter<byte> output)
{
    private const int MaxNamed = 50;

    private readonly Dictionary<string, ColumnTally> columns = [];
    private readonly List<string> leftAlone = [];

    /// <summary>The rows as they were read.</summary>
    public RowPiece Rows => rows;

    /// <summary>What will be written.</summary>
    public ArrayBufferWriter<byte> Output => output;

    /// <summary>How many rows with values were standardised.</summary>
    public long Count { get; set; }

    /// <summary>How many cells that a spreadsheet would run were made text.</summary>
    public long Guarded { get; set; }

    /// <summary>How many rows were left as they were, since nobody knows which cell is which.</summary>
    public long Uneven { get; private set; }

    /// <summary>The first of them, with their numbers and what is wrong.</summary>
    public IReadOnlyList<string> LeftAlone => leftAlone;

    /// <summary>What is wrong with a row, with its number; null if nothing is. Rows behind it are not standardised.</summary>
    public string? Problem { get; set; }

    /// <summary>The columns that were standardised, by name.</summary>
    public IReadOnlyDictionary<string, ColumnTally> Columns => columns;

    /// <summary>Counts a row that was left as it was.</summary>
    /// <param name="problem">Its number and what is wrong with it, without its values.</param>
    public void LeaveAlone(string problem)
    {
        Uneven++;
        if (leftAlone.Count < MaxNamed)
        {
            leftAlone.Add(problem);
        }
    }

    /// <summary>The counts of a column.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="field">Its field.</param>
    public ColumnTally Tally(string column, FieldDefinition field)
    {
        if (!columns.TryGetValue(column, out var tally))
        {
            columns[column] = tally = new(column, field);
        }

        return tally;
    }
}
