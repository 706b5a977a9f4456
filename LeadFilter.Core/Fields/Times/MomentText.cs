using System.Text;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>Reads a whole text that is a date, a date and a time of day, or a time of day.</summary>
internal static class MomentText
{
    /// <summary>The longest text that is looked at: browsers' texts, with the zone's name in brackets, have some 70 characters.</summary>
    private const int MaxLength = 128;

    /// <summary>Reads a date, perhaps with a time of day and a zone.</summary>
    /// <param name="raw">The text.</param>
    /// <param name="clock">Takes what it says.</param>
    /// <returns>Why it is no such text; null if it is one.</returns>
    public static string? Read(ReadOnlySpan<char> raw, ref ClockText clock)
    {
        var text = raw.Trim();
        return text.Length > MaxLength ? DateText.NotADate
            : Ascii.IsValid(text) ? ReadPlain(text, ref clock)
            : ReadOtherDigits(text, ref clock);
    }

    /// <summary>Reads a time of day without a date.</summary>
    /// <param name="raw">The text.</param>
    /// <param name="clock">Takes what it says.</param>
    /// <returns>Why it is no such text; null if it is one.</returns>
    public static string? ReadTimeOfDay(ReadOnlySpan<char> raw, ref ClockText clock)
    {
        var text = raw.Trim();
        if (text.Length > MaxLength)
        {
            return TimeText.NotATime;
        }

        Span<char> room = stackalloc char[MaxLength];
        return TimeText.ReadAlone(Ascii.IsValid(text) ? text : WesternDigits.Write(text, room), ref clock);
    }

    // Apart, since most texts need no room.
    private static string? ReadOtherDigits(ReadOnlySpan<char> text, ref ClockText clock)
    {
        Span<char> room = stackalloc char[MaxLength];
        return ReadPlain(WesternDigits.Write(text, room), ref clock);
    }

    private static string? ReadPlain(ReadOnlySpan<char> text, ref ClockText clock)
    {
        if (UnixTime.TryRead(text, out var milliseconds))
        {
            return clock.SetInstant(milliseconds);
        }

        if (TimeText.TryTakeBeforeDate(ref text, ref clock))
        {
            return DateText.Read(ref text, ref clock) ?? ZoneText.Read(text, ref clock);
        }

        var runTogether = AsciiDigits.CountAtStart(text) >= DateText.RunTogether;
        return DateText.Read(ref text, ref clock) ?? TimeText.Read(text, runTogether, ref clock);
    }
}
