using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Times;

/// <summary>What a text says of a date and a time of day.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ClockText
{
    /// <summary>1900-01-01T00:00:00Z in Unix milliseconds.</summary>
    public const long Earliest = -2_208_988_800_000;

    /// <summary>2101-01-01T00:00:00Z in Unix milliseconds.</summary>
    public const long End = 4_133_980_800_000;

    private long dayStart;

    /// <summary>The time of day in milliseconds.</summary>
    public long TimeOfDay { get; set; }

    /// <summary>How many minutes the zone is ahead of UTC.</summary>
    public int OffsetMinutes { get; set; }

    /// <summary>The point in time.</summary>
    public readonly long UnixMilliseconds => dayStart + TimeOfDay - (OffsetMinutes * 60_000L);

    /// <summary>Sets the date.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month.</param>
    /// <param name="day">The day of the month.</param>
    /// <returns>Why there is no such date; null if there is.</returns>
    public string? SetDate(int year, int month, int day)
    {
        if (year is < 1900 or > 2100)
        {
            return "not between 1900 and 2100";
        }

        if (month is < 1 or > 12)
        {
            return "no such month";
        }

        if (day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return "no such day";
        }

        dayStart = (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        return null;
    }
}
