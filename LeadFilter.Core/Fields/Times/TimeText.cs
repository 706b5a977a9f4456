using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>Reads the time of day and the zone that follow a date.</summary>
internal static class TimeText
{
    private const string NotATime = "not a time";
    private const string NoSuchTime = "no such time";
    private const int RunTogether = 6;

    /// <summary>Reads them to the end of the text.</summary>
    /// <param name="text">What follows the date; empty for midnight.</param>
    /// <param name="clock">Takes the time and the zone.</param>
    /// <returns>Why there are none; null if there are.</returns>
    public static string? Read(ReadOnlySpan<char> text, ref ClockText clock)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        if (text is ['T' or 't', ..])
        {
            text = text[1..];
        }
        else if (char.IsAsciiDigit(text[0]))
        {
            // Only yyyyMMddHHmmss has its time right behind the date.
            if (text.Length != RunTogether || !AsciiDigits.IsAll(text))
            {
                return NotATime;
            }
        }
        else
        {
            TextCursor.SkipPunctuation(ref text);
            if (text.StartsWith("at ", StringComparison.OrdinalIgnoreCase))
            {
                text = text[3..].TrimStart();
            }
        }

        return ReadTime(ref text, ref clock) ?? ZoneText.Read(text, ref clock);
    }

    private static string? ReadTime(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
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
        else if (digits is not (1 or 2) || !TakeSmaller(ref text, out minute) || !TakeSmaller(ref text, out second))
        {
            return NotATime;
        }

        var milliseconds = TextCursor.TakeMilliseconds(ref text);
        var hourAlone = minute < 0;
        minute = long.Max(minute, 0);
        second = long.Max(second, 0);
        switch (TakeHalfOfDay(ref text))
        {
            case 'a' or 'p' when hour is < 1 or > 12:
                return NoSuchTime;
            case 'a':
                hour %= 12;
                break;
            case 'p':
                hour = (hour % 12) + 12;
                break;
            default:
                if (hourAlone)
                {
                    return NotATime;
                }

                break;
        }

        clock.TimeOfDay = (((((hour * 60) + minute) * 60) + second) * 1000) + milliseconds;
        return hour > 23 || minute > 59 || second > 59 ? NoSuchTime : null;
    }

    // Minutes or seconds: -1 if there are none; false if they are not two digits.
    private static bool TakeSmaller(ref ReadOnlySpan<char> text, out long number)
    {
        number = -1;
        if (text is not [':', ..])
        {
            return true;
        }

        text = text[1..];
        return TextCursor.TakeNumber(ref text, 2, out number) == 2;
    }

    private static char TakeHalfOfDay(ref ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart();
        var half = rest switch
        {
            ['a' or 'A', 'm' or 'M', ..] => 'a',
            ['p' or 'P', 'm' or 'M', ..] => 'p',
            ['a' or 'A', '.', 'm' or 'M', ..] => 'A',
            ['p' or 'P', '.', 'm' or 'M', ..] => 'P',
            _ => ' ',
        };
        if (half == ' ')
        {
            return half;
        }

        rest = rest[(char.IsAsciiLetterUpper(half) ? 3 : 2)..];
        text = rest is ['.', ..] ? rest[1..] : rest;
        return char.ToLowerInvariant(half);
    }
}
