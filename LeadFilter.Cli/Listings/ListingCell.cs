using LeadFilter.Cli.Invocation;
using Spectre.Console;

namespace LeadFilter.Cli.Listings;

/// <summary>A value of a <see cref="Listing"/>.</summary>
/// <param name="Value">The value, which may come from anywhere; null and blank show nothing.</param>
/// <param name="Style">Its color; null for none.</param>
internal readonly record struct ListingCell(string? Value, Style? Style = null)
{
    /// <summary>The value, made safe for a terminal.</summary>
    public Text Text => new(Printable.Of(Value), Style);

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Value);

    /// <summary>A value without a color.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ListingCell(string? value) => new(value);
}
