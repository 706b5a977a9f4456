using System.Globalization;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>Dates and times in the characters of ASCII, whichever the sender's system wrote them in.</summary>
internal static class PlainText
{
    /// <summary>The longest text that is looked at: browsers' texts, with the zone's name in brackets, have some 70 characters.</summary>
    public const int Longest = 128;

    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthShift = FirstFullWidth - '!';

    /// <summary>
    /// Writes digits of any script as 0 to 9, full-width characters, dashes and white space as their plain ones, and leaves out what
    /// cannot be seen, such as the marks of direction that some browsers put between the numbers.
    /// </summary>
    /// <param name="text">The text, of at most <see cref="Longest"/> characters.</param>
    /// <param name="room">Takes as many characters.</param>
    /// <returns>The text without white space around it.</returns>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text, Span<char> room)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAscii(c))
            {
                room[count++] = c;
            }
            else if (DecimalDigit.Of(c) is >= 0 and var digit)
            {
                room[count++] = (char)('0' + digit);
            }
            else if (c is >= FirstFullWidth and <= LastFullWidth)
            {
                room[count++] = (char)(c - FullWidthShift);
            }
            else if (char.IsWhiteSpace(c))
            {
                room[count++] = ' ';
            }
            else if (c == '\u2212' || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation)
            {
                room[count++] = '-';
            }
            else if (char.GetUnicodeCategory(c) is not UnicodeCategory.Format)
            {
                room[count++] = c;
            }
        }

        return room[..count].Trim();
    }
}
