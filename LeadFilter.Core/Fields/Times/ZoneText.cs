namespace LeadFilter.Core.Fields.Times;

/// <summary>Reads the zone that follows a time of day: <c>Z</c>, <c>+02:00</c>, <c>GMT-0500</c>, <c>EST</c>.</summary>
internal static class ZoneText
{
    private const string NoSuchZone = "no such time zone";

    /// <summary>Reads it to the end of the text.</summary>
    /// <param name="text">What follows the time; empty for UTC.</param>
    /// <param name="clock">Takes the zone.</param>
    /// <returns>Why there is none; null if there is one.</returns>
    public static string? Read(ReadOnlySpan<char> text, ref ClockText clock)
    {
        text = text.TrimStart();
        if (text.IsEmpty)
        {
            return null;
        }

        var word = TextCursor.TakeWord(ref text);
        if (word.IsEmpty || IsUtc(word))
        {
            if (!ReadOffset(ref text, ref clock))
            {
                return NoSuchZone;
            }
        }
        else if (UsOffset(word) is { } hours)
        {
            clock.OffsetMinutes = hours * 60;
        }
        else
        {
            return NoSuchZone;
        }

        // Browsers add the zone's name in parentheses.
        text = text.TrimStart();
        return text.IsEmpty || text is ['(', .., ')'] ? null : NoSuchZone;
    }

    private static bool IsUtc(ReadOnlySpan<char> word) =>
        word.Equals("Z", StringComparison.OrdinalIgnoreCase) || word.Equals("UTC", StringComparison.OrdinalIgnoreCase)
        || word.Equals("GMT", StringComparison.OrdinalIgnoreCase);

    private static bool ReadOffset(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
        if (text is not ['+' or '-' or '\u2212', ..])
        {
            return true;
        }

        var sign = text[0] == '+' ? 1 : -1;
        text = text[1..];
        if (TextCursor.TakeNumber(ref text, 2, out var hours) == 0)
        {
            return false;
        }

        if (text is [':', ..])
        {
            text = text[1..];
        }

        var minuteDigits = TextCursor.TakeNumber(ref text, 2, out var minutes);
        clock.OffsetMinutes = sign * (int)((hours * 60) + minutes);
        return minuteDigits is 0 or 2 && hours <= 14 && minutes <= 59;
    }

    // RFC 5322, section 4.3.
    private static int? UsOffset(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<string> zones = ["PST", "PDT", "MST", "MDT", "CST", "CDT", "EST", "EDT"];
        for (var i = 0; i < zones.Length; i++)
        {
            if (word.Equals(zones[i], StringComparison.OrdinalIgnoreCase))
            {
                return -8 + ((i + 1) / 2);
            }
        }

        return null;
    }
}
