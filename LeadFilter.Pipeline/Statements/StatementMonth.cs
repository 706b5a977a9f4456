using System.Globalization;
using LeadFilter.Core.Capacity;

namespace LeadFilter.Pipeline.Statements;

/// <summary>A calendar month by the clock of a campaign's time zone, in the years 2000 to 9998.</summary>
public readonly record struct StatementMonth : IComparable<StatementMonth>
{
    /// <summary>How a month is written, for messages.</summary>
    public const string Form = "a month such as 2026-11";

    private const int FirstYear = 2000;
    private const int LastYear = 9998;
    private const int MonthsOfYear = 12;

    private readonly int months;

    private StatementMonth(int months) => this.months = months;

    /// <summary>The year.</summary>
    public int Year => FirstYear + (months / MonthsOfYear);

    /// <summary>The month of the year, 1 to 12.</summary>
    public int Month => 1 + (months % MonthsOfYear);

    /// <summary>The month before this one.</summary>
    public StatementMonth Previous => new(months - 1);

    /// <summary>The month in which a moment lies.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="zone">The time zone.</param>
    public static StatementMonth Of(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return new(((local.Year - FirstYear) * MonthsOfYear) + local.Month - 1);
    }

    /// <summary>Reads a month as <see cref="Form"/> says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="month">The month.</param>
    public static bool TryParse(string? text, out StatementMonth month)
    {
        month = default;
        if (text is not { Length: 7 }
            || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var ofYear)
            || year is < FirstYear or > LastYear
            || ofYear is < 1 or > MonthsOfYear)
        {
            return false;
        }

        month = new(((year - FirstYear) * MonthsOfYear) + ofYear - 1);
        return true;
    }

    /// <summary>From when to when it lasts.</summary>
    /// <param name="zone">The time zone.</param>
    public TimeSlice SliceIn(TimeZoneInfo zone) =>
        PeriodCalendar.SliceOf(CapPeriod.Month, new DateTimeOffset(Year, Month, 15, 12, 0, 0, TimeSpan.Zero), zone);

    /// <inheritdoc/>
    public int CompareTo(StatementMonth other) => months.CompareTo(other.months);

    /// <summary>Such as <c>2026-11</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");

    /// <summary>Whether the left is earlier.</summary>
    public static bool operator <(StatementMonth left, StatementMonth right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left is later.</summary>
    public static bool operator >(StatementMonth left, StatementMonth right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left is earlier or the same.</summary>
    public static bool operator <=(StatementMonth left, StatementMonth right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left is later or the same.</summary>
    public static bool operator >=(StatementMonth left, StatementMonth right) => left.CompareTo(right) >= 0;
}
