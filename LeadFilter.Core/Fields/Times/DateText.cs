namespace LeadFilter.Core.Fields.Times;

/// <summary>Reads the date that a text begins with.</summary>
internal static class DateText
{
    private const string NotADate = "not a date";

    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Reads it.</summary>
    /// <param name="text">The text; afterwards what follows the date.</param>
    /// <param name="clock">Takes the date.</param>
    /// <returns>Why there is none; null if there is one.</returns>
    public static string? Read(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
        var start = text;
        if (TextCursor.IndexOfName(TextCursor.TakeWord(ref text), Weekdays) >= 0)
        {
            TextCursor.SkipPunctuation(ref text);
        }
        else
        {
            text = start;
        }

        return text.IsEmpty ? NotADate
            : char.IsAsciiDigit(text[0]) ? ReadFromNumber(ref text, ref clock)
            : ReadFromMonth(ref text, ref clock);
    }

    private static string? ReadFromNumber(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
        var count = TextCursor.TakeNumber(ref text, 8, out var first);
        return count switch
        {
            8 => ReadRunTogether((int)first, ref clock),
            4 => ReadYearFirst(ref text, (int)first, ref clock),
            1 or 2 when text is ['/' or '-', >= '0' and <= '9', ..] => ReadMonthFirst(ref text, (int)first, ref clock),
            1 or 2 => ReadDayFirst(ref text, (int)first, ref clock),
            _ => NotADate,
        };
    }

    // No month and day read as a year from 1900 to 2100, so yyyyMMdd and MMddyyyy cannot be taken for each other.
    private static string? ReadRunTogether(int digits, ref ClockText clock) =>
        digits / 10_000 is >= 1900 and <= 2100
            ? clock.SetDate(digits / 10_000, digits / 100 % 100, digits % 100)
            : clock.SetDate(digits % 10_000, digits / 1_000_000, digits / 10_000 % 100);

    private static string? ReadYearFirst(ref ReadOnlySpan<char> text, int year, ref ClockText clock)
    {
        if (text is not ['-' or '/', ..])
        {
            return NotADate;
        }

        var separator = text[0];
        text = text[1..];
        return TextCursor.TakeNumber(ref text, 2, out var month) > 0 && TakeSeparator(ref text, separator)
            && TextCursor.TakeNumber(ref text, 2, out var day) > 0
            ? clock.SetDate(year, (int)month, (int)day)
            : NotADate;
    }

    private static string? ReadMonthFirst(ref ReadOnlySpan<char> text, int month, ref ClockText clock)
    {
        var separator = text[0];
        text = text[1..];
        return TextCursor.TakeNumber(ref text, 2, out var day) > 0 && TakeSeparator(ref text, separator)
            ? ReadYear(ref text, month, (int)day, ref clock)
            : NotADate;
    }

    private static string? ReadDayFirst(ref ReadOnlySpan<char> text, int day, ref ClockText clock)
    {
        SkipOrdinal(ref text);
        SkipHyphenOrPunctuation(ref text);
        var month = TextCursor.IndexOfName(TextCursor.TakeWord(ref text), Months) + 1;
        SkipHyphenOrPunctuation(ref text);
        return month == 0 ? NotADate : ReadYear(ref text, month, day, ref clock);
    }

    private static string? ReadFromMonth(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
        var month = TextCursor.IndexOfName(TextCursor.TakeWord(ref text), Months) + 1;
        SkipHyphenOrPunctuation(ref text);
        if (month == 0 || TextCursor.TakeNumber(ref text, 2, out var day) == 0)
        {
            return NotADate;
        }

        SkipOrdinal(ref text);
        SkipHyphenOrPunctuation(ref text);
        return ReadYear(ref text, month, (int)day, ref clock);
    }

    private static string? ReadYear(ref ReadOnlySpan<char> text, int month, int day, ref ClockText clock) =>
        TextCursor.TakeNumber(ref text, 4, out var year) switch
        {
            4 => clock.SetDate((int)year, month, day),
            0 => NotADate,
            _ => "year needs four digits",
        };

    private static bool TakeSeparator(ref ReadOnlySpan<char> text, char separator)
    {
        if (text.IsEmpty || text[0] != separator)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static void SkipHyphenOrPunctuation(ref ReadOnlySpan<char> text)
    {
        if (!TakeSeparator(ref text, '-'))
        {
            TextCursor.SkipPunctuation(ref text);
        }
    }

    private static void SkipOrdinal(ref ReadOnlySpan<char> text)
    {
        var rest = text;
        var word = TextCursor.TakeWord(ref rest);
        if (word is ['s' or 'S', 't' or 'T'] or ['n' or 'N', 'd' or 'D'] or ['r' or 'R', 'd' or 'D'] or ['t' or 'T', 'h' or 'H'])
        {
            text = rest;
        }
    }
}
