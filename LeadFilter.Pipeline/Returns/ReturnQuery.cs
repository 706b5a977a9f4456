using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Returns;

/// <summary>Which returns are asked for.</summary>
public sealed record ReturnQuery
{
    /// <summary>Of which vendor; null for all.</summary>
    public VendorId? Vendor { get; init; }

    /// <summary>In which state; null for any.</summary>
    public ReturnState? State { get; init; }

    /// <summary>Of leads that were bought from then on; null for all that can still change.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Of leads that were bought before then; null for all.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Those that come after this one: where an earlier page ended; null for the start.</summary>
    public LeadId? After { get; init; }
}
