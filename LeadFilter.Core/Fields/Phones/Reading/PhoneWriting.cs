using System.Buffers;
using LeadFilter.Core.Fields.Numbers;
using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields.Phones.Reading;

/// <summary>
/// Makes of a text, as people and spreadsheets write it, one that libphonenumber's way of reading gets right: digits of all scripts, dots
/// of all kinds, numbers that a program took for amounts. Says no where that way would read another number than the one that is meant.
/// </summary>
internal static class PhoneWriting
{
    private const int MaxCharacters = 250;
    private const int MinDigitsOfNumber = 7;
    private const int MinDigitsOfSecond = 7;
    private const int MinDigitsBehindSlash = 6;
    private const int MinDigitsWithPrefix = 11;
    private const int MinDigitsOfEach = 10;

    private static readonly SearchValues<char> UsualCharacters = SearchValues.Create("0123456789-(). ");

    private static readonly SearchValues<char> HiddenDigits = SearchValues.Create("*?xX -.()");

    /// <summary>Whether a text holds nothing that needs this: digits, and the usual signs between them.</summary>
    /// <param name="raw">The text as sent.</param>
    public static bool IsUsual(ReadOnlySpan<char> raw) =>
        !(raw is ['+', ..] ? raw[1..] : raw).ContainsAnyExcept(UsualCharacters) && raw is not ([.., '.', '0'] or [.., '.', '0', '0']);

    /// <summary>How much room <see cref="Write"/> needs.</summary>
    /// <param name="raw">The text as sent.</param>
    public static int RoomFor(ReadOnlySpan<char> raw) => int.Max(PlainText.MaxCharacters(raw), SpreadsheetNumber.MaxDigits);

    /// <summary>Writes the text.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <param name="room">Room for <see cref="RoomFor"/>.</param>
    /// <param name="text">The text that is meant.</param>
    /// <returns>Why it is no telephone number; null if it may be one.</returns>
    public static string? Write(ReadOnlySpan<char> raw, Span<char> room, out ReadOnlySpan<char> text)
    {
        var lineBreaks = raw.Trim().ContainsAny('\n', '\r');
        var plain = PlainText.Write(raw, room);
        text = plain;
        if (plain.Length > MaxCharacters)
        {
            return PhoneReasons.TooLong;
        }

        foreach (ref var c in plain)
        {
            c = Plain(c);
        }

        Span<char> digits = stackalloc char[SpreadsheetNumber.MaxDigits];
        switch (SpreadsheetNumber.Read(plain is ['+', ..] ? plain[1..] : plain, digits, out var count))
        {
            case SpreadsheetNumber.Exactness.Rounded:
                return PhoneReasons.Rounded;
            case SpreadsheetNumber.Exactness.Exact:
                var start = plain is ['+', ..] ? 1 : 0;
                digits[..count].CopyTo(room);
                text = room[..count];
                if (start > 0)
                {
                    digits[..count].CopyTo(room[1..]);
                    room[0] = '+';
                    text = room[..(count + 1)];
                }

                return null;
            default:
                return HoldsTwoNumbers(plain, lineBreaks) ? PhoneReasons.TwoNumbers
                    : LacksLastDigits(plain) ? PhoneReasons.NotADigit
                    : null;
        }
    }

    /// <summary>What comes before the words that stand behind a number: <c>415-555-0132</c> of <c>415-555-0132 (home)</c>.</summary>
    /// <param name="text">The text that is meant.</param>
    /// <param name="isApart">Whether something stands between number and words; otherwise the words may well stand for digits.</param>
    /// <returns>Empty if there are no such words.</returns>
    public static ReadOnlySpan<char> BeforeWords(ReadOnlySpan<char> text, out bool isApart)
    {
        isApart = false;
        var end = text.Length;
        var letters = false;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]) && text[end - 1] != '#')
        {
            letters |= char.IsLetter(text[--end]);
        }

        isApart = letters && !char.IsLetter(text[end]);
        return letters && text.IndexOf(TelephoneContext.Mark) < 0 ? text[..end] : default;
    }

    /// <summary>Whether a text that is too long for one number is two with a blank between them.</summary>
    /// <param name="text">The text.</param>
    public static bool HoldsTwoInARow(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ' && DigitsIn(text[..i]) >= MinDigitsOfEach && DigitsIn(text[i..]) >= MinDigitsOfEach)
            {
                return true;
            }
        }

        return false;
    }

    private static char Plain(char c) => c switch
    {
        '\u00B7' or '\u2022' or '\u2027' or '\u2219' or '\u22C5' or '\u30FB' => '.',
        '_' => '-',
        _ => char.IsAscii(c) || DecimalDigit.Of(c) is not (>= 0 and var digit) ? c : (char)('0' + digit),
    };

    // Two numbers with something between them that parts. A number with the prefix for calls abroad is longer before it is complete.
    private static bool HoldsTwoNumbers(ReadOnlySpan<char> text, bool lineBreaks)
    {
        if (text.IndexOf(TelephoneContext.Mark) >= 0)
        {
            return false;
        }

        var before = 0;
        var hasPrefix = text is ['+', ..] or ['0', '0', ..] or ['0', '1', '1', ..];
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                before++;
            }
            else if (before >= (hasPrefix ? MinDigitsWithPrefix : MinDigitsOfNumber)
                && (Parts(text[i..]) || (lineBreaks && text[i] == ' ')))
            {
                return DigitsIn(text[i..]) >= (text[i] == '/' ? MinDigitsBehindSlash : MinDigitsOfSecond);
            }
        }

        return false;
    }

    // 602-234-98xx, 602 234 987O: behind the last digit stand signs for hidden ones, or a letter that looks like one. One x alone is an
    // extension that was left out.
    private static bool LacksLastDigits(ReadOnlySpan<char> text)
    {
        var tail = text[(text.LastIndexOfAnyInRange('0', '9') + 1)..];
        return tail is ['O' or 'o' or 'I' or 'l', ..]
            ? tail.Length == 1 || !char.IsAsciiLetter(tail[1])
            : tail.Count('*') + tail.Count('?') + tail.Count('x') + tail.Count('X') > 1 && !tail.ContainsAnyExcept(HiddenDigits);
    }

    private static bool Parts(ReadOnlySpan<char> text) => text[0] switch
    {
        ';' => !text.StartsWith(";ext=", StringComparison.OrdinalIgnoreCase) && !text.StartsWith(PhoneCandidate.Subaddress),
        ',' or '/' or '\\' or '|' or '&' or '+' => true,
        ' ' => text.StartsWith(" or ", StringComparison.OrdinalIgnoreCase) || text.StartsWith(" and ", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static int DigitsIn(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return count;
    }
}
