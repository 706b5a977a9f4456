using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Campaigns;

/// <summary>A buying programme, read from its file, checked and compiled.</summary>
public sealed class Campaign
{
    /// <summary>Its id: the file's name without <c>.json</c>.</summary>
    public required CampaignId Id { get; init; }

    /// <summary>The version that its author gave it; logged with every decision.</summary>
    public required string Version { get; init; }

    /// <summary>The fields that it knows.</summary>
    public required FieldLayout Layout { get; init; }

    /// <summary>Where bought leads go.</summary>
    public required DeliveryPlan Delivery { get; init; }

    /// <summary>How it recognises duplicates; null if it does not.</summary>
    public DuplicatePlan? Duplicates { get; init; }
}
