using System.Text.RegularExpressions;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>The place of a row in a table: after it goes on a filter that reads a whole table, and a continuation token.</summary>
/// <param name="PartitionKey">The partition; empty for the start of the table.</param>
/// <param name="RowKey">The row key.</param>
internal readonly partial record struct RowPlace(string PartitionKey, string RowKey)
{
    private const char Separator = '\n';

    /// <summary>Reads the filter of a scan; false for any other filter.</summary>
    public static bool TryParse(string? filter, out RowPlace place)
    {
        place = new("", "");
        if (string.IsNullOrEmpty(filter))
        {
            return true;
        }

        var match = Syntax().Match(filter);
        if (match.Success)
        {
            place = new(Text(match, "partition"), Text(match, "row"));
        }

        return match.Success;
    }

    public static RowPlace FromToken(string token) => new(token[..token.IndexOf(Separator)], token[(token.IndexOf(Separator) + 1)..]);

    public string ToToken() => PartitionKey + Separator + RowKey;

    public bool IsAfter(RowPlace other)
    {
        var order = string.CompareOrdinal(PartitionKey, other.PartitionKey);
        return order > 0 || (order == 0 && string.CompareOrdinal(RowKey, other.RowKey) > 0);
    }

    private static string Text(Match match, string group) => match.Groups[group].Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^PartitionKey gt '(?<partition>(?:[^']|'')*)' or \(PartitionKey eq '\k<partition>' and RowKey gt '(?<row>(?:[^']|'')*)'\)$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Syntax();
}
