using LeadFilter.Core.Capacity;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Rules;

/// <summary>What a vendor agreed to in a campaign.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Price">The price of every bought lead; null for the campaign's prices.</param>
/// <param name="Rejects">The categories for which the vendor accepts rejections; null for all.</param>
/// <param name="Trial">Whether no lead of the vendor is rejected, and what would have happened is logged.</param>
public sealed record Contract(VendorId Vendor, Money? Price, IReadOnlySet<Category>? Rejects, bool Trial)
{
    /// <summary>The vendor's own caps, which hold beside those of the campaign.</summary>
    public IReadOnlyList<Cap> Caps { get; init; } = [];

    /// <summary>The rule of the vendor's own hours, which stands for that of the campaign; null if the vendor has none of its own.</summary>
    public Rule? Hours { get; init; }
}
