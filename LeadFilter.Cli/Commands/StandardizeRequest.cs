using LeadFilter.Cli.Standardizing.Columns;
using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Commands;

/// <summary>What <c>leadfilter standardize</c> is asked to do: values of a type, or a file.</summary>
internal sealed record StandardizeRequest
{
    /// <summary>The type of the values of the standard input; null for a file.</summary>
    public FieldType? Type { get; init; }

    /// <summary>The time against which ages are told; null for now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where the values are from.</summary>
    public Locale Locale { get; init; } = Locale.Default;

    /// <summary>The file to read; null for values.</summary>
    public string? In { get; init; }

    /// <summary>The file to write.</summary>
    public string? Out { get; init; }

    /// <summary>What is said about columns.</summary>
    public IReadOnlyList<ColumnMapping> Mappings { get; init; } = [];

    /// <summary>Whether the file to write may be there already.</summary>
    public bool Force { get; init; }

    /// <summary>Whether cells of CSV that a spreadsheet would run stay as they are.</summary>
    public bool KeepFormulas { get; init; }

    /// <summary>Whether to write JSON.</summary>
    public bool Json { get; init; }
}
