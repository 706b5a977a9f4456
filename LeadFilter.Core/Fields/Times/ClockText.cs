using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Times;

/// <summary>What a text says of a date and a time of day.</summary>
/// <param name="custom">What dates are possible, and how they are written.</param>
[StructLayout(LayoutKind.Auto)]
internal struct ClockText(DateCustom custom)
{
    /// <summary>The milliseconds of a day.</summary>
    public const long Day = 86_400_000;

    private long timeOfDay;

    /// <summary>What dates are possible, and how they are written.</summary>
    public readonly DateCustom Custom => custom;

    /// <summary>The date as it is written, whatever the zone: its midnight in UTC in Unix milliseconds.</summary>
    public long Date { get; private set; }

    /// <summary>The time of day in milliseconds.</summary>
    public long TimeOfDay
    {
        readonly get => timeOfDay;
        set => (timeOfDay, SaysTime) = (value, true);
    }

    /// <summary>Whether the text says a time of day.</summary>
    public bool SaysTime { get; private set; }

    /// <summary>Whether the text says a zone.</summary>
    public bool SaysZone { get; set; }

    /// <summary>How many minutes the zone is ahead of UTC.</summary>
    public int OffsetMinutes { get; set; }

    /// <summary>The zone whose offset depends on the time; null if the offset is known.</summary>
    public TimeZoneInfo? Zone { get; set; }

    /// <summary>Sets the date.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month.</param>
    /// <param name="day">The day of the month.</param>
    /// <returns>Why there is no such date; null if there is.</returns>
    public string? SetDate(int year, int month, int day)
    {
        if (year < custom.FirstYear || year > custom.LastYear)
        {
            return custom.OutOfRange;
        }

        if (month is < 1 or > 12)
        {
            return "no such month";
        }

        if (day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return "no such day";
        }

        Date = Milliseconds(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc));
        return null;
    }

    /// <summary>Sets date and time of day.</summary>
    /// <param name="unixMilliseconds">The point in time.</param>
    /// <returns>Why it is not possible; null if it is.</returns>
    public string? SetInstant(long unixMilliseconds)
    {
        if (unixMilliseconds < custom.FirstInstant || unixMilliseconds > custom.LastInstant)
        {
            return custom.OutOfRange;
        }

        TimeOfDay = ((unixMilliseconds % Day) + Day) % Day;
        Date = unixMilliseconds - TimeOfDay;
        SaysZone = true;
        return null;
    }

    /// <summary>The point in time.</summary>
    /// <param name="unixMilliseconds">It, in Unix milliseconds.</param>
    /// <returns>Why there is no such time, or not a possible one; null if there is.</returns>
    public readonly string? ReadInstant(out long unixMilliseconds)
    {
        unixMilliseconds = Date + TimeOfDay - (OffsetMinutes * 60_000L);
        if (Zone is not null && ReadOffset(Zone, ref unixMilliseconds) is { } why)
        {
            return why;
        }

        return unixMilliseconds < custom.FirstInstant || unixMilliseconds > custom.LastInstant ? custom.OutOfRange : null;
    }

    // An hour that the clocks skip does not exist; of one that they show twice, the first is meant.
    private static string? ReadOffset(TimeZoneInfo zone, ref long milliseconds)
    {
        var local = new DateTime(DateTime.UnixEpoch.Ticks + (milliseconds * TimeSpan.TicksPerMillisecond), DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            return "no such time";
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        milliseconds -= (long)offset.TotalMilliseconds;
        return null;
    }

    private static long Milliseconds(DateTime date) => (date - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
}
