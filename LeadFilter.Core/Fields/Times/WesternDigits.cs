using LeadFilter.Core.Fields.Lists;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// Dates and times with the digits 0 to 9, whichever script's the sender wrote, and with letters without marks: marzo, março.
/// </summary>
internal static class WesternDigits
{
    /// <summary>Writes digits of any script as 0 to 9; and Latin letters without their marks; all else stays.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="room">Takes as many characters.</param>
    public static ReadOnlySpan<char> Write(ReadOnlySpan<char> text, Span<char> room)
    {
        for (var at = 0; at < text.Length; at++)
        {
            room[at] = DecimalDigit.Of(text[at]) is >= 0 and var digit ? (char)('0' + digit)
                : char.IsLetter(text[at]) && LatinLetters.BaseOf(text[at]) is not '\0' and var letter ? letter
                : text[at];
        }

        return room[..text.Length];
    }
}
