using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>Reads the date that a text begins with.</summary>
internal static class DateText
{
    /// <summary>The reason for a text that does not begin with a date.</summary>
    public const string NotADate = "not a date";

    /// <summary>How many digits a date has that is run together: <c>yyyyMMdd</c>.</summary>
    public const int RunTogether = 8;

    private const int SixDigits = 6;
    private const string OrderUnclear = "month and day cannot be told apart";

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Reads it.</summary>
    /// <param name="text">The text; afterwards what follows the date.</param>
    /// <param name="clock">Takes the date.</param>
    /// <returns>Why there is none; null if there is one.</returns>
    public static string? Read(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
        if (text is [not (>= '0' and <= '9'), ..])
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
        }

        return text.IsEmpty ? NotADate
            : char.IsAsciiDigit(text[0]) ? ReadFromNumber(ref text, ref clock)
            : ReadFromMonth(ref text, ref clock);
    }

    private static string? ReadFromNumber(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
        var count = TextCursor.TakeNumber(ref text, RunTogether, out var first);
        return count switch
        {
            SixDigits when text.IsEmpty && clock.Custom.ReadsSixDigits => ReadSixDigits((int)first, ref clock),
            RunTogether when AsciiDigits.CountAtStart(text) is 0 or 4 or 6 or 9 => ReadRunTogether((int)first, ref clock),
            4 => ReadYearFirst(ref text, (int)first, ref clock),
            1 or 2 when TakeSeparatorBeforeDigit(ref text) is not '\0' and var separator => ReadDigits(
                ref text,
                (int)first,
                separator,
                ref clock),
            1 or 2 when IsDateWithBlanks(text) => ReadDigits(ref text, (int)first, ' ', ref clock),
            1 or 2 => ReadDayFirst(ref text, (int)first, ref clock),
            _ => NotADate,
        };
    }

    // 031585. Where the year could as well come first, nobody knows which is meant.
    private static string? ReadSixDigits(int digits, ref ClockText clock)
    {
        var (first, second, last) = (digits / 10_000, digits / 100 % 100, digits % 100);
        var yearFirst = new ClockText(clock.Custom);
        if (yearFirst.SetDate(clock.Custom.FullYear(first), second, last) is null)
        {
            return OrderUnclear;
        }

        var year = clock.Custom.FullYear(last);
        return clock.Custom.Order == DateOrder.DayFirst
            ? SetInOrder(ref clock, year, second, first)
            : SetInOrder(ref clock, year, first, second);
    }

    // 03 15 1985: behind the first number a blank, one or two digits, a blank, and a year.
    private static bool IsDateWithBlanks(ReadOnlySpan<char> text)
    {
        if (text is not [' ', >= '0' and <= '9', ..])
        {
            return false;
        }

        text = text[1..];
        var rest = text[int.Min(AsciiDigits.CountAtStart(text), 3)..];
        return text.Length - rest.Length <= 2 && rest is [' ', >= '0' and <= '9', ..] && AsciiDigits.CountAtStart(rest[1..]) is 2 or 4
            && rest[(1 + AsciiDigits.CountAtStart(rest[1..]))..] is not [':', ..];
    }

    // The years of a date with the year last, 1900 to 2100, read as yyyyMMdd have month 19, 20 or 21: no text is both.
    private static string? ReadRunTogether(int digits, ref ClockText clock)
    {
        var (first, second, last) = (digits / 1_000_000, digits / 10_000 % 100, digits % 10_000);
        return digits / 10_000 is >= 1900 and <= 2100
            && last / 100 is not (19 or 20 or 21) ? clock.SetDate(digits / 10_000, last / 100, last % 100)
            : clock.Custom.Order == DateOrder.DayFirst ? SetInOrder(ref clock, last, second, first)
            : SetInOrder(ref clock, last, first, second);
    }

    private static string? ReadYearFirst(ref ReadOnlySpan<char> text, int year, ref ClockText clock)
    {
        if (TakeSeparatorBeforeDigit(ref text) is not '\0' and var separator)
        {
            return TextCursor.TakeNumber(ref text, 2, out var month) > 0 && TakeSeparatorBeforeDigit(ref text) == separator
                && TextCursor.TakeNumber(ref text, 2, out var day) > 0
                ? clock.SetDate(year, (int)month, (int)day)
                : NotADate;
        }

        SkipSeparators(ref text);
        var name = TakeMonth(ref text);
        SkipSeparators(ref text);
        return name > 0 && TextCursor.TakeNumber(ref text, 2, out var dayOfMonth) > 0
            ? clock.SetDate(year, name, (int)dayOfMonth)
            : NotADate;
    }

    // Dots are of those who write the day first, so with the month first they are believed only where nothing else is possible.
    private static string? ReadDigits(ref ReadOnlySpan<char> text, int first, char separator, ref ClockText clock)
    {
        text = separator == ' ' ? text.TrimStart(' ') : text;
        if (TextCursor.TakeNumber(ref text, 2, out var number) == 0 || !TakeSecondSeparator(ref text, separator))
        {
            return NotADate;
        }

        var second = (int)number;
        var dayFirst = clock.Custom.Order == DateOrder.DayFirst;
        if (separator == '.' && !dayFirst)
        {
            if (first != second && first <= 12 && second <= 12)
            {
                return OrderUnclear;
            }

            dayFirst = first > 12;
        }

        var (month, day) = dayFirst ? (second, first) : (first, second);
        return ReadYear(ref text, out var year, clock.Custom) ?? SetInOrder(ref clock, year, month, day);
    }

    // A month over twelve tells that the sender has the other order, and that its other dates may be read wrongly.
    private static string? SetInOrder(ref ClockText clock, int year, int month, int day) =>
        month > 12 && day is >= 1 and <= 12 ? "month and day the other way round" : clock.SetDate(year, month, day);

    private static string? ReadDayFirst(ref ReadOnlySpan<char> text, int day, ref ClockText clock)
    {
        SkipOrdinal(ref text);
        SkipSeparators(ref text);
        SkipOf(ref text);
        var month = TakeMonth(ref text);
        SkipSeparators(ref text);
        SkipOf(ref text);
        return month == 0 ? NotADate : ReadYear(ref text, out var year, clock.Custom) ?? clock.SetDate(year, month, day);
    }

    private static string? ReadFromMonth(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
        var month = TakeMonth(ref text);
        SkipSeparators(ref text);
        if (month == 0 || TextCursor.TakeNumber(ref text, 2, out var day) == 0 || text is [>= '0' and <= '9', ..])
        {
            return NotADate;
        }

        SkipOrdinal(ref text);
        var behindDay = text;
        SkipSeparators(ref text);
        if (text is not ([_, ':', ..] or [_, _, ':', ..]))
        {
            return ReadYear(ref text, out var year, clock.Custom) ?? clock.SetDate(year, month, (int)day);
        }

        text = behindDay;
        return ReadYearAtEnd(ref text, month, (int)day, ref clock);
    }

    // Tue Nov  3 08:49:37 2026, perhaps with a zone before the year, as C's ctime and Unix's date write it.
    private static string? ReadYearAtEnd(ref ReadOnlySpan<char> text, int month, int day, ref ClockText clock)
    {
        if (text is not [.., ' ', _, _, _, _])
        {
            return NotADate;
        }

        var year = text[^4..];
        text = text[..^4].TrimEnd();
        return TextCursor.TakeNumber(ref year, 4, out var number) == 4 ? clock.SetDate((int)number, month, day) : NotADate;
    }

    private static string? ReadYear(ref ReadOnlySpan<char> text, out int year, DateCustom custom)
    {
        // July 10, '96
        text = text is ['\'', _, _] or ['\'', _, _, ' ' or ',', ..] ? text[1..] : text;
        var digits = TextCursor.TakeNumber(ref text, 4, out var number);
        year = digits == 2 ? custom.FullYear((int)number) : (int)number;
        return digits is 2 or 4 ? null : digits == 0 ? NotADate : "year needs two or four digits";
    }

    private static int TakeMonth(ref ReadOnlySpan<char> text) => MonthNames.Find(TextCursor.TakeWord(ref text));

    // One of - / . with or without blanks around it; \0, and nothing taken, if no digit follows.
    private static char TakeSeparatorBeforeDigit(ref ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(' ');
        if (rest is not ['-' or '/' or '.', ..])
        {
            return '\0';
        }

        var separator = rest[0];
        rest = rest[1..].TrimStart(' ');
        if (rest is not [>= '0' and <= '9', ..])
        {
            return '\0';
        }

        text = rest;
        return separator;
    }

    private static bool TakeSecondSeparator(ref ReadOnlySpan<char> text, char separator)
    {
        if (separator != ' ')
        {
            return TakeSeparatorBeforeDigit(ref text) == separator;
        }

        text = text.TrimStart(' ');
        return true;
    }

    private static void SkipSeparators(ref ReadOnlySpan<char> text)
    {
        TextCursor.SkipPunctuation(ref text);
        if (text is ['-' or '/', ..])
        {
            text = text[1..].TrimStart(' ');
        }
    }

    // 3rd of November, 3 de noviembre del 2026.
    private static void SkipOf(ref ReadOnlySpan<char> text)
    {
        var rest = text;
        var word = TextCursor.TakeWord(ref rest);
        if (rest is [' ', ..] && (IsWord(word, "of") || IsWord(word, "de") || IsWord(word, "del")))
        {
            text = rest.TrimStart(' ');
        }
    }

    private static bool IsWord(ReadOnlySpan<char> word, string wanted) => word.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static void SkipOrdinal(ref ReadOnlySpan<char> text)
    {
        var rest = text;
        var word = TextCursor.TakeWord(ref rest);
        if (IsWord(word, "st") || IsWord(word, "nd") || IsWord(word, "rd")
            || IsWord(word, "th") || IsWord(word, "er") || IsWord(word, "ro"))
        {
            text = rest;
        }
        else if (text is ['\u00BA' or '\u00B0', ..])
        {
            text = text[1..];
        }
    }
}
