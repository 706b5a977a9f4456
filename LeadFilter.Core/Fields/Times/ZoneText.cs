namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// Reads the zone that follows a time of day: <c>Z</c>, <c>+02:00</c>, <c>GMT-0500</c>, <c>EST</c>, <c>ET</c>, <c>[America/New_York]</c>.
/// </summary>
internal static class ZoneText
{
    /// <summary>The reason for a text that is no zone.</summary>
    public const string NoSuchZone = "no such time zone";

    // EST5 and HST10 are the shortest names that are looked for.
    private const int LongestShortName = 3;

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

        clock.SaysZone = true;
        if (text.Length > LongestShortName
            && (char.IsAsciiLetter(text[0]) || text[0] == '(')
            && ZoneLongNames.TryRead(text.TrimEnd(), ref clock))
        {
            return null;
        }

        text = text is ['(', .., ')'] ? text[1..^1].Trim() : text;
        if (ReadZone(ref text, ref clock) is { } why)
        {
            return why;
        }

        // What follows an offset names its zone once more: -0500 EST, GMT-0500 (Eastern Standard Time), -05:00[America/New_York].
        text = text.TrimStart();
        return text is [] or ['(', .., ')'] or ['[', .., ']'] || ZoneAbbreviations.IsKnown(text) ? null : NoSuchZone;
    }

    private static string? ReadZone(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
        if (text is ['+' or '-', ..])
        {
            return ReadOffset(ref text, ref clock);
        }

        var end = text.IndexOfAny(' ', '(', ']');
        var bracketed = text is ['[', .., ']'];
        var name = bracketed ? text[1..^1] : end < 0 ? text : text[..end];
        var rest = name;
        var word = TextCursor.TakeWord(ref rest);
        if (!bracketed && ZoneAbbreviations.IsUtc(word))
        {
            text = text[word.Length..];
            return text is ['+' or '-', ..] ? ReadOffset(ref text, ref clock) : null;
        }

        text = bracketed ? [] : text[name.Length..];
        if (ZoneAbbreviations.TryRead(name, ref clock, out var why))
        {
            return why;
        }

        clock.Zone = ZoneNames.Find(name);
        return clock.Zone is null ? NoSuchZone : null;
    }

    private static string? ReadOffset(ref ReadOnlySpan<char> text, ref ClockText clock)
    {
        var sign = text[0] == '+' ? 1 : -1;
        text = text[1..];
        if (TextCursor.TakeNumber(ref text, 2, out var hours) == 0)
        {
            return NoSuchZone;
        }

        if (text is [':', ..])
        {
            text = text[1..];
        }

        var minuteDigits = TextCursor.TakeNumber(ref text, 2, out var minutes);
        clock.OffsetMinutes = sign * (int)((hours * 60) + minutes);
        return minuteDigits is 0 or 2 && hours <= 14 && minutes <= 59 ? null : NoSuchZone;
    }
}
