using System.Globalization;
using System.Text;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Web;

/// <summary>
/// Names of hosts (RFC 1035, RFC 1123): labels of 1 to 63 letters, digits and inner hyphens, 253 characters in all. International names
/// become punycode (RFC 3492).
/// </summary>
internal static class HostName
{
    /// <summary>The most characters that a name has.</summary>
    public const int MaxCharacters = 253;

    private const int MaxLabelCharacters = 63;
    private const int FullWidthOffset = 0xFEE0;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = false };

    /// <summary>Writes a name in lower case and ASCII.</summary>
    /// <param name="name">The name as sent.</param>
    /// <param name="destination">Room for <see cref="MaxCharacters"/>.</param>
    /// <param name="length">How many characters were written; never more than <paramref name="name"/> has, unless it is
    /// international.</param>
    /// <returns>Whether it is a name.</returns>
    public static bool TryWrite(ReadOnlySpan<char> name, Span<char> destination, out int length)
    {
        length = 0;
        if (name.IsEmpty || name.Length > MaxCharacters)
        {
            return false;
        }

        var ascii = Ascii.IsValid(name) ? name : ToPunycode(name);
        if (ascii.IsEmpty || ascii.Length > MaxCharacters)
        {
            return false;
        }

        length = ascii.ToLowerInvariant(destination);
        return HasProperLabels(destination[..length]);
    }

    /// <summary>Where the last labels of a name begin.</summary>
    /// <param name="name">The name.</param>
    /// <param name="labels">How many labels, 1 or more.</param>
    /// <returns>The index of the first of them; 0 if the name has no more labels than that.</returns>
    public static int LastLabels(ReadOnlySpan<char> name, int labels)
    {
        var start = name.Length + 1;
        for (var i = 0; i < labels && start > 0; i++)
        {
            start = name[..(start - 1)].LastIndexOf('.') + 1;
        }

        return start;
    }

    /// <summary>Whether a name's last label can be a top-level domain: two characters or more, and not only digits.</summary>
    /// <param name="name">A name in lower case and ASCII.</param>
    public static bool HasTopLevelDomain(ReadOnlySpan<char> name)
    {
        var start = LastLabels(name, 1);
        return start > 0 && name.Length - start >= 2 && !AsciiDigits.IsAll(name[start..]);
    }

    private static bool HasProperLabels(ReadOnlySpan<char> name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i == name.Length || name[i] == '.')
            {
                if (i == start || i - start > MaxLabelCharacters || name[start] == '-' || name[i - 1] == '-')
                {
                    return false;
                }

                start = i + 1;
            }
            else if (!char.IsAsciiLetterOrDigit(name[i]) && name[i] is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    // IdnMapping has no way to say no but to throw, and leaves the full-width forms of ASCII as they are.
    private static ReadOnlySpan<char> ToPunycode(ReadOnlySpan<char> name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (!rune.IsAscii && !Rune.IsLetterOrDigit(rune) && !IsMark(Rune.GetUnicodeCategory(rune)) && !IsDot(rune))
            {
                return default;
            }
        }

        Span<char> narrow = stackalloc char[MaxCharacters];
        for (var i = 0; i < name.Length; i++)
        {
            narrow[i] = char.ToLowerInvariant(name[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(name[i] - FullWidthOffset) : name[i]);
        }

        try
        {
            return Idn.GetAscii(narrow[..name.Length].ToString());
        }
        catch (ArgumentException)
        {
            return default;
        }
    }

    // What RFC 3490, section 3.1, takes for a dot.
    private static bool IsDot(Rune rune) => rune.Value is 0x3002 or 0xFF0E or 0xFF61;

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
