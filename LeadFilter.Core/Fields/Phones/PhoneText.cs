using System.Globalization;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Phones;

/// <summary>Takes the digits of a telephone number, and of its extension, out of usual formatting.</summary>
internal ref struct PhoneText
{
    /// <summary>The most digits that a number can have with an international prefix (E.164: 15 digits, and 3 before them).</summary>
    public const int MostDigits = 18;

    /// <summary>The most digits of an extension.</summary>
    public const int MostExtensionDigits = 7;

    private readonly Span<char> digits;
    private readonly Span<char> extension;

    /// <summary>Prepares to read.</summary>
    /// <param name="digits">Room for <see cref="MostDigits"/>.</param>
    /// <param name="extension">Room for <see cref="MostExtensionDigits"/>.</param>
    public PhoneText(Span<char> digits, Span<char> extension)
    {
        this.digits = digits;
        this.extension = extension;
    }

    /// <summary>Whether a plus sign comes before the first digit.</summary>
    public bool HasPlus { get; private set; }

    /// <summary>How many digits the number has.</summary>
    public int Count { get; private set; }

    /// <summary>How many digits the extension has; 0 without one.</summary>
    public int ExtensionCount { get; private set; }

    /// <summary>Reads.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Why it is no telephone number; null if it may be one.</returns>
    public string? Read(ReadOnlySpan<char> text)
    {
        var rest = WithoutScheme(text.Trim());
        for (var i = 0; i < rest.Length; i++)
        {
            var c = rest[i];
            if (DecimalDigit.Of(c) is >= 0 and var digit)
            {
                if (Count == MostDigits)
                {
                    return "too long";
                }

                digits[Count++] = (char)('0' + digit);
            }
            else if (c is '+' or '\uFF0B')
            {
                if (HasPlus || Count > 0)
                {
                    return "not a number";
                }

                HasPlus = true;
            }
            else if (!IsSeparator(c))
            {
                return Count > 0 && MarkerLength(rest[i..]) is > 0 and var marker ? ReadExtension(rest[(i + marker)..]) : "not a number";
            }
        }

        return Count == 0 ? "not a number" : null;
    }

    private string? ReadExtension(ReadOnlySpan<char> text)
    {
        var ended = false;
        foreach (var c in text)
        {
            if (DecimalDigit.Of(c) is >= 0 and var digit)
            {
                if (ended || ExtensionCount == MostExtensionDigits)
                {
                    return "not a number";
                }

                extension[ExtensionCount++] = (char)('0' + digit);
            }
            else if (IsSeparator(c) || c is ':' or '=' or '#')
            {
                ended = ExtensionCount > 0;
            }
            else
            {
                return "not a number";
            }
        }

        return null;
    }

    // Longer words first: "extension" also begins with "ext".
    private static int MarkerLength(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<string> markers = [";ext=", "extension", "extn", "ext", "x", "#"];
        foreach (var marker in markers)
        {
            if (text.StartsWith(marker, StringComparison.OrdinalIgnoreCase))
            {
                return marker.Length;
            }
        }

        return text[0] is ',' or ';' && MarkerLengthAfter(text[1..].TrimStart()) is > 0 and var length
            ? text.Length - text[1..].TrimStart().Length + length
            : 0;
    }

    private static int MarkerLengthAfter(ReadOnlySpan<char> text) =>
        text.IsEmpty || text[0] is ',' or ';' ? 0 : MarkerLength(text);

    private static ReadOnlySpan<char> WithoutScheme(ReadOnlySpan<char> text) =>
        text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;

    private static bool IsSeparator(char c) =>
        char.IsAscii(c)
            ? c is ' ' or '-' or '.' or '(' or ')' or '/' or '[' or ']' or '_' || char.IsWhiteSpace(c)
            : CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation
                or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || c is '\u2212' or '\uFF08' or '\uFF09' or '\uFF0E' or '\uFF0F' or '\u00B7' or '\u2022' or '\u30FC' || char.IsWhiteSpace(c);
}
