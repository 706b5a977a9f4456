using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Decisions;

namespace LeadFilter.Pipeline.Ledger;

/// <summary>A lead that was bought and is not a test: an entry of the ledger. It holds nothing of the person.</summary>
public sealed record BoughtLead
{
    /// <summary>The lead's id.</summary>
    public required LeadId Lead { get; init; }

    /// <summary>The campaign that bought it.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>The version of the campaign that decided.</summary>
    public required string CampaignVersion { get; init; }

    /// <summary>Who sold it.</summary>
    public required VendorId Vendor { get; init; }

    /// <summary>Where the vendor got it, in the safe form of <see cref="SourceLabel"/>; null if unknown.</summary>
    public string? Source { get; init; }

    /// <summary>Where it went.</summary>
    public Route Route { get; init; }

    /// <summary>The score; null if the campaign does not score.</summary>
    public double? Score { get; init; }

    /// <summary>What was paid.</summary>
    public required Money Price { get; init; }

    /// <summary>When it was received, which is when it was bought.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The lead of the same person that was bought before, which this one only updates; null for a lead of its own.</summary>
    public LeadId? UpdateOf { get; init; }

    /// <summary>Its delivery; null while the CRM does not have it.</summary>
    public DeliveryRecord? Delivery { get; init; }

    /// <summary>A purchase as the log of decisions knows it.</summary>
    /// <param name="record">The decision about a lead that was bought and is not a test.</param>
    /// <param name="delivery">Its delivery; null if none is known.</param>
    public static BoughtLead Of(DecisionRecord record, DeliveryRecord? delivery)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new()
        {
            Lead = record.Lead,
            Campaign = record.Campaign,
            CampaignVersion = record.CampaignVersion,
            Vendor = record.Vendor,
            Source = record.Source,
            Route = record.Route,
            Score = record.Score,
            Price = record.Price,
            ReceivedAt = record.ReceivedAt,
            UpdateOf = record.UpdateOf,
            Delivery = delivery,
        };
    }
}
