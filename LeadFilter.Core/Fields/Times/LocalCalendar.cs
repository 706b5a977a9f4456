namespace LeadFilter.Core.Fields.Times;

/// <summary>Days and hours as the clocks of a time zone show them.</summary>
/// <param name="zone">The zone.</param>
internal sealed class LocalCalendar(TimeZoneInfo zone)
{
    /// <summary>A part that depends on the clock by which it is read.</summary>
    /// <param name="locale">Whose clock is meant where nothing else is said.</param>
    /// <param name="name">The part's name.</param>
    /// <param name="type">The part's type.</param>
    /// <param name="description">What it is.</param>
    /// <param name="reader">Reads it.</param>
    public static FieldPart Part(Locale locale, string name, FieldType type, string description, ClockReader reader)
    {
        return new(name, type, description, In(locale.TimeZone)) { ReadIn = In };

        PartReader In(TimeZoneInfo zone)
        {
            var calendar = new LocalCalendar(zone);
            return (in value, receivedAt) => FieldValue.OfNumber(value.Raw!, reader(in value, receivedAt, calendar));
        }
    }

    /// <summary>What the clocks show at a point in time.</summary>
    /// <param name="unixMilliseconds">The point in time.</param>
    public DateTime At(double unixMilliseconds)
    {
        var utc = Utc(unixMilliseconds);
        return ReferenceEquals(zone, TimeZoneInfo.Utc) ? utc : TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
    }

    /// <summary>The date at a point in time.</summary>
    /// <param name="instant">The point in time.</param>
    public DateTime DateAt(DateTimeOffset instant) => At(instant.ToUnixTimeMilliseconds()).Date;

    /// <summary>The date and time in UTC that a number is.</summary>
    /// <param name="unixMilliseconds">The number.</param>
    public static DateTime Utc(double unixMilliseconds) =>
        DateTime.UnixEpoch.AddTicks((long)unixMilliseconds * TimeSpan.TicksPerMillisecond);

    /// <summary>The midnight in UTC of a date.</summary>
    /// <param name="date">The date; its time of day does not count.</param>
    /// <returns>Unix milliseconds.</returns>
    public static double Number(DateTime date) => (date.Date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    /// <summary>
    /// The years from one date to another, as people count their age: one more on each birthday, and on the first of March in the years
    /// without a 29 February for those born on that day, as the law has it in the United States and in England.
    /// </summary>
    /// <param name="from">The first date.</param>
    /// <param name="to">The second date.</param>
    /// <returns>Negative if the second is earlier.</returns>
    public static int Years(DateTime from, DateTime to) =>
        to.Year - from.Year - (to.Month < from.Month || (to.Month == from.Month && to.Day < from.Day) ? 1 : 0);
}
