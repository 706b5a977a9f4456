using System.Globalization;

namespace LeadFilter.Cli.Invocation;

/// <summary>A number with its noun.</summary>
internal static class Counted
{
    /// <summary><c>1 row</c>, <c>2 rows</c>, <c>5,000 rows</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The noun for one.</param>
    /// <param name="many">The noun for none and for several; null if it only has an s more.</param>
    public static string Of(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? $"{one}s")}");
}
