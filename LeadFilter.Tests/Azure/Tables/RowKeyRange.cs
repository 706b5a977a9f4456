using System.Text.RegularExpressions;
using Azure;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>The one kind of filter that the filter's stores use, read from its OData text.</summary>
/// <param name="PartitionKey">The partition.</param>
/// <param name="From">The first row key; empty for none.</param>
/// <param name="To">The end, exclusive; null for none.</param>
internal sealed partial record RowKeyRange(string PartitionKey, string From, string? To)
{
    public static RowKeyRange Parse(string filter) => Syntax().Match(filter) is { Success: true } match
        ? new(Text(match, "partition")!, Text(match, "from") ?? "", Text(match, "to"))
        : throw new RequestFailedException(400, filter, "InvalidInput", null);

    public bool Holds(string rowKey) =>
        string.CompareOrdinal(rowKey, From) >= 0 && (To is null || string.CompareOrdinal(rowKey, To) < 0);

    private static string? Text(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? found.Value.Replace("''", "'", StringComparison.Ordinal) : null;

    [GeneratedRegex(
        "^PartitionKey eq '(?<partition>(?:[^']|'')*)'(?: and RowKey ge '(?<from>(?:[^']|'')*)')?(?: and RowKey lt '(?<to>(?:[^']|'')*)')?$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Syntax();
}
