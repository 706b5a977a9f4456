namespace LeadFilter.Core.Fields;

/// <summary>Whether the month or the day comes first in dates such as <c>11/3/2026</c>.</summary>
public enum DateOrder : byte
{
    /// <summary>Month, day, year, as in the United States; <c>us</c> in campaign files.</summary>
    MonthFirst,

    /// <summary>Day, month, year, as in Europe and most of the world; <c>eu</c> in campaign files.</summary>
    DayFirst,
}
