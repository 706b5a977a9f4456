using LeadFilter.Core.Capacity;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Prices;
using LeadFilter.Core.Returns;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Rules;

/// <summary>What a vendor agreed to in a campaign.</summary>
/// <param name="Vendor">The vendor.</param>
public sealed record Contract(VendorId Vendor)
{
    /// <summary>The price of every bought lead, without requirements; null for the campaign's prices.</summary>
    public PriceRule? Price { get; init; }

    /// <summary>The least price of a bought lead; null for the campaign's floor.</summary>
    public Money? Floor { get; init; }

    /// <summary>Whether the vendor sells its leads to nobody else; null if that was not agreed.</summary>
    public bool? Exclusive { get; init; }

    /// <summary>The categories for which the vendor accepts rejections; null for all.</summary>
    public IReadOnlySet<Category>? Rejects { get; init; }

    /// <summary>What becomes of the vendor's duplicates; null for what the campaign says.</summary>
    public DuplicateAction? Duplicates { get; init; }

    /// <summary>
    /// Whether no lead of the vendor is rejected but by grounds that hold always, and what would have happened is logged.
    /// </summary>
    public bool Trial { get; init; }

    /// <summary>When the trial ends; null for no end.</summary>
    public DateTimeOffset? TrialEnd { get; init; }

    /// <summary>Rules of this contract alone, before those of the campaign: a pause, the sources that were agreed.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>The campaign's rules that read otherwise under this contract, by their ids.</summary>
    public IReadOnlyDictionary<string, Rule> Overrides { get; init; } = new Dictionary<string, Rule>();

    /// <summary>The vendor's own caps, which hold beside those of the campaign.</summary>
    public IReadOnlyList<Cap> Caps { get; init; } = [];

    /// <summary>
    /// The rule of the vendor's own hours, which stands for that of the campaign; null if the vendor has none of its own.
    /// </summary>
    public Rule? Hours { get; init; }

    /// <summary>How many questions about persons are answered a day; null if the vendor has no right to ask.</summary>
    public Cap? Questions { get; init; }

    /// <summary>How many test leads are taken a day; null for as many as come.</summary>
    public Cap? Tests { get; init; }

    /// <summary>Whether a test lead is told which suppression list its person is on; otherwise all lists have one code.</summary>
    public bool TestsNameLists { get; init; }

    /// <summary>Under which terms the vendor takes leads back; null if it takes none.</summary>
    public ReturnTerms? Returns { get; init; }

    /// <summary>What a ground does to a lead of the vendor, where it holds.</summary>
    /// <param name="ground">The ground.</param>
    public Effect EffectOf(Ground ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        return ground.Always || ground.Effect == Effect.Shadow ? ground.Effect
            : Trial ? Effect.Trial
            : Rejects?.Contains(ground.Category) == false ? Effect.Waived
            : ground.Effect;
    }
}
