using System.Numerics;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Places.Postal;

/// <summary>A postal code as digits and capital letters, and where gaps stood between them.</summary>
/// <param name="room">Room for <see cref="MaxCharacters"/>.</param>
internal ref struct PostalText(Span<char> room)
{
    /// <summary>The most digits and letters: two for the country and nine of a ZIP+4, and one to spare.</summary>
    public const int MaxCharacters = 12;

    private const int SpreadsheetZip = 4;

    private readonly Span<char> room = room;
    private int count;
    private uint gaps;

    /// <summary>The digits and letters.</summary>
    public readonly ReadOnlySpan<char> Code => room[..count];

    /// <summary>How many of them are letters.</summary>
    public int Letters { get; private set; }

    /// <summary>Where the one gap stands; -1 if there is none, -2 if there are several.</summary>
    public readonly int Gap => gaps == 0 ? -1 : BitOperations.IsPow2(gaps) ? BitOperations.Log2(gaps) : -2;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, trimmed.</param>
    /// <returns>Null, or why it is no code.</returns>
    public string? Read(ReadOnlySpan<char> text)
    {
        // A spreadsheet's number: 94107.0.
        if (text.Length >= SpreadsheetZip + 2 && text.EndsWith(".0"))
        {
            text = text[..^2];
        }

        foreach (var c in text)
        {
            var digit = DecimalDigit.Of(c);
            if (digit >= 0 || char.IsAsciiLetter(c))
            {
                if (count == MaxCharacters)
                {
                    return "too long";
                }

                Letters += digit < 0 ? 1 : 0;
                room[count++] = digit >= 0 ? (char)('0' + digit) : char.ToUpperInvariant(c);
            }
            else if (c is '-' or '\u2013' or '\u2014' || char.IsWhiteSpace(c))
            {
                gaps |= 1u << count;
            }
            else
            {
                return "not a postal code";
            }
        }

        return null;
    }

    /// <summary>
    /// Makes noughts of letters O among digits, as in <c>O2139</c>.
    /// </summary>
    /// <returns>Whether all letters were such, and fewer than the digits.</returns>
    public bool WriteNoughts()
    {
        if (Letters == 0 || Letters >= count - Letters || Code.Count('O') != Letters)
        {
            return false;
        }

        room[..count].Replace('O', '0');
        Letters = 0;
        return true;
    }

    /// <summary>The text without its first letters, which name the country.</summary>
    /// <param name="letters">How many.</param>
    public readonly PostalText Without(int letters) =>
        new(room[letters..]) { count = count - letters, Letters = Letters - letters, gaps = (gaps >> letters) & ~1u };
}
