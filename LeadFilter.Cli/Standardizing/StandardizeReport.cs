using LeadFilter.Cli.Standardizing.Columns;

namespace LeadFilter.Cli.Standardizing;

/// <summary>What came of a file.</summary>
internal sealed record StandardizeReport
{
    /// <summary>How many rows it has, without the header and blank lines.</summary>
    public required long Rows { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>Rows in a second.</summary>
    public required double RowsPerSecond { get; init; }

    /// <summary>How many cells that a spreadsheet would run were made text.</summary>
    public long Guarded { get; init; }

    /// <summary>How many rows were left as they were, since they have too few or too many cells.</summary>
    public long Uneven { get; init; }

    /// <summary>The columns that were standardised, in the order of the file.</summary>
    public required IReadOnlyList<ColumnReport> Columns { get; init; }
}
