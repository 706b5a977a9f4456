namespace LeadFilter.Core.Fields.Times;

/// <summary>What dates are possible, and how they are written.</summary>
/// <param name="Order">The order of month and day in dates of digits.</param>
/// <param name="Pivot">The first year of two digits that is of the 1900s; those before it are of the 2000s.</param>
/// <param name="FirstYear">The first possible year.</param>
/// <param name="LastYear">The last possible year.</param>
/// <param name="OutOfRange">The reason for other years.</param>
/// <param name="ReadsSixDigits">Whether six digits alone can be a date: 031585.</param>
internal sealed record DateCustom(DateOrder Order, int Pivot, int FirstYear, int LastYear, string OutOfRange, bool ReadsSixDigits = false)
{
    private static readonly DateCustom[] OfEvents = [Events(DateOrder.MonthFirst), Events(DateOrder.DayFirst)];
    private static readonly DateCustom[] OfBirths = [Births(DateOrder.MonthFirst), Births(DateOrder.DayFirst)];

    /// <summary>The first possible point in time, in Unix milliseconds.</summary>
    public long FirstInstant { get; } = StartOf(FirstYear);

    /// <summary>The last possible point in time, in Unix milliseconds.</summary>
    public long LastInstant { get; } = EndOf(LastYear);

    /// <summary>Dates of what happens: 1900 to 2100; years of two digits are 1969 to 2068, as POSIX has it.</summary>
    /// <param name="order">The order.</param>
    public static DateCustom ForEvents(DateOrder order) => OfEvents[(int)order];

    /// <summary>
    /// Dates of birth: every year, so that an impossible age is a fact rather than no date. Years of two digits are 1926 to 2025: the
    /// oldest people are that old, and who was born from 2026 on is of age from 2044 on.
    /// </summary>
    /// <param name="order">The order.</param>
    public static DateCustom ForBirths(DateOrder order) => OfBirths[(int)order];

    /// <summary>The year that two digits mean.</summary>
    /// <param name="twoDigits">0 to 99.</param>
    public int FullYear(int twoDigits) => twoDigits + (twoDigits < Pivot ? 2000 : 1900);

    private static long StartOf(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static long EndOf(int year) => new DateTimeOffset(year, 12, 31, 23, 59, 59, 999, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static DateCustom Events(DateOrder order) => new(order, 69, 1900, 2100, "not between 1900 and 2100");

    private static DateCustom Births(DateOrder order) => new(order, 26, 1, 9999, "no such year", ReadsSixDigits: true);
}
