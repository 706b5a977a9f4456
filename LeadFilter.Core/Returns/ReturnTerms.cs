using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Returns;

/// <summary>Under which terms a vendor takes leads back.</summary>
public sealed record ReturnTerms
{
    /// <summary>The most days of <see cref="WindowDays"/>. Statements look back this far.</summary>
    public const int MaxWindowDays = 180;

    /// <summary>The most days of <see cref="AnswerDays"/>.</summary>
    public const int MaxAnswerDays = 60;

    /// <summary>
    /// How long after a purchase a return can still change: asked for at the last moment, and denied, disputed and decided at the
    /// last moments, too.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(MaxWindowDays + (3 * MaxAnswerDays) + 8);

    /// <summary>A lead can be handed back until the end of this day after the one of the purchase; 1 to 180.</summary>
    public required int WindowDays { get; init; }

    /// <summary>A lead can be handed back this many hours after the purchase at the earliest; 0 for at once.</summary>
    public int EarliestHours { get; init; }

    /// <summary>For which reasons: the codes, and what they mean.</summary>
    public required IReadOnlyDictionary<ReasonCode, string> Reasons { get; init; }

    /// <summary>
    /// How many of the leads that the vendor sold in a calendar month may be handed back, in per cent, rounded down to whole leads;
    /// null for all.
    /// </summary>
    public decimal? MaxShare { get; init; }

    /// <summary>How often a person must have tried to reach the lead; 0 for never.</summary>
    public int MinAttempts { get; init; }

    /// <summary>The vendor answers until the end of this day after the one of the request, and the buyer disputes as long after a
    /// denial; 1 to 60.</summary>
    public required int AnswerDays { get; init; }

    /// <summary>What is decided if the vendor does not answer.</summary>
    public required ReturnSilence Silence { get; init; }

    /// <summary>Whether the person may be bought again once the lead is credited, and its places under caps are free again.</summary>
    public bool Again { get; init; }

    /// <summary>From when on a lead can be handed back.</summary>
    /// <param name="boughtAt">When it was bought.</param>
    public DateTimeOffset Opens(DateTimeOffset boughtAt) => boughtAt.AddHours(EarliestHours);

    /// <summary>From when on it is too late to hand a lead back.</summary>
    /// <param name="boughtAt">When it was bought.</param>
    /// <param name="zone">The campaign's time zone.</param>
    public DateTimeOffset Closes(DateTimeOffset boughtAt, TimeZoneInfo zone) => ReturnDeadline.EndOfDay(boughtAt, WindowDays, zone);

    /// <summary>How many leads may be handed back.</summary>
    /// <param name="sold">How many the vendor has sold in the month.</param>
    /// <returns>Null for all.</returns>
    public int? MostOf(int sold) => MaxShare is { } share ? (int)Math.Floor(sold * share / 100m) : null;
}
