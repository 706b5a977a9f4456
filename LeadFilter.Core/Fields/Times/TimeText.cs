using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>Reads a time of day, and the zone that follows it.</summary>
internal static class TimeText
{
    /// <summary>The reason for a text that is no time of day.</summary>
    public const string NotATime = "not a time";

    private const string NoSuchTime = "no such time";
    private const int RunTogether = 6;
    private const long Hour = 3_600_000;
    private const long Noon = 12 * Hour;

    private enum HalfOfDay
    {
        None,
        Morning,
        Afternoon,
        Midnight,
        Noon,
    }

    /// <summary>Reads what follows a date, to the end of the text.</summary>
    /// <param name="text">What follows the date; empty for midnight.</param>
    /// <param name="runTogether">Whether the date is eight digits, so that the time's may follow at once.</param>
    /// <param name="clock">Takes the time and the zone.</param>
    /// <returns>Why there are none; null if there are.</returns>
    public static string? Read(ReadOnlySpan<char> text, bool runTogether, ref ClockText clock)
    {
        switch (text)
        {
            case []:
                return null;
            case ['T' or 't', ..]:
                text = text[1..];
                break;
            case [':', >= '0' and <= '9', ..]:
                text = text[1..];
                break;
            case ['Z' or 'z'] or ['+' or '-', >= '0' and <= '9', ..]:
                return ZoneText.Read(text, ref clock);
            case [>= '0' and <= '9', ..]:
                if (!runTogether || AsciiDigits.CountAtStart(text) is not (4 or RunTogether or RunTogether + 3))
                {
                    return NotATime;
                }

                break;
            default:
                TextCursor.SkipPunctuation(ref text);
                SkipAt(ref text);
                break;
        }

        return ReadTime(ref text, ref clock) ?? ZoneText.Read(text, ref clock);
    }

    /// <summary>Takes a time of day that stands before a date: <c>8:49 PM, Nov 3, 2026</c>.</summary>
    /// <param name="text">The text; afterwards the date and what follows it. Unchanged if it does not begin so.</param>
    /// <param name="clock">Takes the time.</param>
    public static bool TryTakeBeforeDate(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
        if (text is not ([_, ':', ..] or [_, _, ':', ..]))
        {
            return false;
        }

        var rest = text;
        if (ReadTime(ref rest, ref clock) is not null)
        {
            return false;
        }

        TextCursor.SkipPunctuation(ref rest);
        rest = rest.StartsWith("on ", StringComparison.OrdinalIgnoreCase) ? rest[3..].TrimStart() : rest;
        if (rest.IsEmpty)
        {
            return false;
        }

        text = rest;
        return true;
    }

    /// <summary>Reads a whole text that is a time of day without a date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clock">Takes the time.</param>
    /// <returns>Why it is none; null if it is one.</returns>
    public static string? ReadAlone(ReadOnlySpan<char> text, ref ClockText clock)
    {
        text = text is ['T' or 't', >= '0' and <= '9', ..] ? text[1..] : text;
        SkipAt(ref text);
        if (ReadTime(ref text, ref clock) is { } why)
        {
            return why;
        }

        return text.Trim().IsEmpty ? null : ZoneText.Read(text, ref clock) is null ? "holds a time zone" : NotATime;
    }

    private static string? ReadTime(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
        if (text is [not (>= '0' and <= '9'), ..])
        {
            var word = TakeHalfOfDay(ref text);
            clock.TimeOfDay = word == HalfOfDay.Noon ? Noon : 0;
            return word is HalfOfDay.Noon or HalfOfDay.Midnight ? null : NotATime;
        }

        long minute = 0;
        long second = 0;
        var digits = TextCursor.TakeNumber(ref text, RunTogether, out var hour);
        if (digits == RunTogether)
        {
            (hour, minute, second) = (hour / 10_000, hour / 100 % 100, hour % 100);
        }
        else if (digits == 4)
        {
            (hour, minute) = (hour / 100, hour % 100);
        }
        else if (digits is not (1 or 2) || !TakeMinutes(ref text, out minute, out var separator)
            || (minute >= 0 && !TakeSmaller(ref text, separator, out second)))
        {
            return NotATime;
        }

        var milliseconds = TakeMilliseconds(ref text, digits == RunTogether, digits <= 2 && second >= 0);
        var half = TakeHalfOfDay(ref text);
        if (half == HalfOfDay.None && !TakeHourWord(ref text) && minute < 0)
        {
            return NotATime;
        }

        minute = long.Max(minute, 0);
        second = long.Max(second, 0);
        if (half != HalfOfDay.None)
        {
            if (hour is < 1 or > 12 || (half is HalfOfDay.Noon or HalfOfDay.Midnight && hour != 12))
            {
                return NoSuchTime;
            }

            hour = (hour % 12) + (half is HalfOfDay.Afternoon or HalfOfDay.Noon ? 12 : 0);
        }

        clock.TimeOfDay = (((((hour * 60) + minute) * 60) + second) * 1000) + milliseconds;
        return hour > 23 || minute > 59 || second > 59 ? NoSuchTime : null;
    }

    // Minutes behind : or . or h: -1 if there are none; false if they are not two digits.
    private static bool TakeMinutes(ref ReadOnlySpan<char> text, out long minute, out char separator)
    {
        separator = text is ['.', ..] ? '.' : ':';
        var rest = text.TrimStart(' ');
        if (rest is ['h' or 'H', ..] && rest[1..].TrimStart(' ') is [>= '0' and <= '9', ..] behind)
        {
            text = behind;
            return TextCursor.TakeNumber(ref text, 2, out minute) == 2;
        }

        return TakeSmaller(ref text, separator, out minute);
    }

    // Minutes or seconds: -1 if there are none; false if they are not two digits.
    private static bool TakeSmaller(ref ReadOnlySpan<char> text, char separator, out long number)
    {
        number = -1;
        if (text.IsEmpty || text[0] != separator)
        {
            return true;
        }

        text = text[1..];
        return TextCursor.TakeNumber(ref text, 2, out number) == 2;
    }

    // Behind seconds: a point or comma; a colon, as SQL Server writes them; or nothing, where all digits are run together.
    private static int TakeMilliseconds(ref ReadOnlySpan<char> text, bool runTogether, bool colon)
    {
        if ((colon && text is [':', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ..])
            || (runTogether && text is [>= '0' and <= '9', ..]))
        {
            text = text is [':', ..] ? text[1..] : text;
            return TextCursor.TakeNumber(ref text, 3, out var number) == 3 ? (int)number : 0;
        }

        return TextCursor.TakeMilliseconds(ref text);
    }

    private static HalfOfDay TakeHalfOfDay(ref ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(' ');
        var word = TextCursor.TakeWord(ref rest);
        if (word.Length == 1 && rest is ['.', 'm' or 'M', ..])
        {
            rest = rest[1..];
            if (TextCursor.TakeWord(ref rest).Length > 1)
            {
                return HalfOfDay.None;
            }
        }

        var half = word switch
        {
            ['a' or 'A'] or ['a' or 'A', 'm' or 'M'] => HalfOfDay.Morning,
            ['p' or 'P'] or ['p' or 'P', 'm' or 'M'] => HalfOfDay.Afternoon,
            _ when IsWord(word, "noon") || IsWord(word, "midday") => HalfOfDay.Noon,
            _ when IsWord(word, "midnight") => HalfOfDay.Midnight,
            _ => HalfOfDay.None,
        };
        if (half != HalfOfDay.None)
        {
            text = rest is ['.', ..] ? rest[1..] : rest;
        }

        return half;
    }

    // 14h, 1400 hrs, 14:05 Uhr.
    private static bool TakeHourWord(ref ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(' ');
        var word = TextCursor.TakeWord(ref rest);
        if (!IsWord(word, "h") && !IsWord(word, "hr") && !IsWord(word, "hrs") && !IsWord(word, "hours") && !IsWord(word, "uhr"))
        {
            return false;
        }

        text = rest;
        return true;
    }

    private static void SkipAt(ref ReadOnlySpan<char> text)
    {
        if (text.StartsWith("at ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("- ", StringComparison.Ordinal))
        {
            text = text[2..].TrimStart();
        }
        else if (text is ['@', ..])
        {
            text = text[1..].TrimStart();
        }
    }

    private static bool IsWord(ReadOnlySpan<char> word, string wanted) => word.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
