namespace LeadFilter.Core.Fields;

/// <summary>Where a campaign's people live, and how they write.</summary>
public sealed record Locale
{
    /// <summary>The region of a campaign that names none: the United States.</summary>
    public const string DefaultRegion = "US";

    /// <summary>The orders of dates, by their words in campaign files and on the command line.</summary>
    public static readonly IReadOnlyDictionary<string, DateOrder> DateOrders =
        new OrderedDictionary<string, DateOrder> { ["us"] = DateOrder.MonthFirst, ["eu"] = DateOrder.DayFirst };

    /// <summary>The locale of a campaign that says nothing: the United States, dates with the month first, and UTC.</summary>
    public static readonly Locale Default = new();

    /// <summary>The region whose telephone numbers and postal codes may come without the country: two letters of ISO 3166.</summary>
    public string Region { get; init; } = DefaultRegion;

    /// <summary>The order of month and day in dates of digits.</summary>
    public DateOrder Dates { get; init; }

    /// <summary>The time zone in which hours and days are told.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;
}
