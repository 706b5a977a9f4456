using System.Buffers;

namespace LeadFilter.Core.Fields.Numbers;

/// <summary>The digits 0 to 9, and no others.</summary>
internal static class AsciiDigits
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Whether a text holds nothing but digits; an empty one does.</summary>
    /// <param name="text">The text.</param>
    public static bool IsAll(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Digits);

    /// <summary>How many digits a text begins with.</summary>
    /// <param name="text">The text.</param>
    public static int CountAtStart(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Digits) is >= 0 and var end ? end : text.Length;
}
