namespace LeadFilter.Cli.Standardizing.Columns;

/// <summary>What came of a column.</summary>
internal sealed record ColumnReport
{
    /// <summary>The column's name as the file has it.</summary>
    public required string Column { get; init; }

    /// <summary>The standard field that it holds.</summary>
    public required string Field { get; init; }

    /// <summary>How many rows have it.</summary>
    public required long Rows { get; init; }

    /// <summary>Values that were canonical already.</summary>
    public required long Unchanged { get; init; }

    /// <summary>Valid values that were written in canonical form.</summary>
    public required long Mended { get; init; }

    /// <summary>Values that hold nothing.</summary>
    public required long Blank { get; init; }

    /// <summary>Values that their type cannot read; they stay as they were.</summary>
    public required long Invalid { get; init; }

    /// <summary>Why values are invalid, the most frequent reason first.</summary>
    public required IReadOnlyList<ReasonCount> Reasons { get; init; }
}
