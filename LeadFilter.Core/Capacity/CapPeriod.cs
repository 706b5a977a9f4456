namespace LeadFilter.Core.Capacity;

/// <summary>For how long a cap counts before it begins again, by the clock and calendar of the campaign's time zone.</summary>
public enum CapPeriod
{
    /// <summary>From one full minute to the next.</summary>
    Minute,

    /// <summary>From one full hour to the next. An hour that the clock shows twice is two hours.</summary>
    Hour,

    /// <summary>From midnight to midnight: 23 or 25 hours where the clock is put forward or back.</summary>
    Day,

    /// <summary>From Monday to Sunday (ISO 8601).</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,
}
