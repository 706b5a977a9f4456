using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>Which decisions are wanted.</summary>
public sealed record DecisionQuery
{
    /// <summary>The campaign; one that is no more still has its log.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>Only this vendor's; null for all.</summary>
    public VendorId? Vendor { get; init; }

    /// <summary>Only those received at or after this time; null for no limit.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only those received before this time; null for no limit.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only those older than this lead: where an earlier page ended; null for the start.</summary>
    public LeadId? After { get; init; }

    /// <summary>Only leads that are bought, or only those that are not; null for both.</summary>
    public bool? IsAccepted { get; init; }

    /// <summary>Only those with this reason; null for all.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>Only those of this source, as <see cref="SourceLabel"/> has it; null for all.</summary>
    public string? Source { get; init; }

    /// <summary>Only those with a finding of this rule; null for all.</summary>
    public string? Rule { get; init; }

    /// <summary>Only those with a finding of this effect; null for all.</summary>
    public Effect? Effect { get; init; }

    /// <summary>Whether <see cref="Reason"/> must have rejected the lead; otherwise a shadow, say, counts as well.</summary>
    public bool MustReject { get; init; }

    /// <summary>Whether a decision is wanted, as far as vendor and times do not tell.</summary>
    /// <param name="record">The decision.</param>
    internal bool Matches(DecisionRecord record) =>
        (IsAccepted is null || IsAccepted == record.IsAccepted)
        && (Source is null || Source == record.Source)
        && ((Reason is null && Rule is null && Effect is null) || (MustReject ? record.Rejecting : record.Findings).Any(Matches));

    /// <summary>Whether one and the same finding has all that is asked of one.</summary>
    private bool Matches(RecordedFinding finding) =>
        (Reason is not { } code || finding.Code == code)
        && (Rule is null || finding.Rule == Rule)
        && (Effect is null || finding.Effect == Effect);
}
