using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Scores;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Ledger;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>A bought lead on its way to the CRM. It holds personal data: it goes into the queue and nowhere else.</summary>
public sealed record LeadMessage
{
    /// <summary>The lead's id, and the CRM's idempotency key.</summary>
    public required LeadId Id { get; init; }

    /// <summary>The campaign that bought it.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>The version of the campaign that decided.</summary>
    public required string CampaignVersion { get; init; }

    /// <summary>Who sold it.</summary>
    public required VendorId Vendor { get; init; }

    /// <summary>Where the vendor got it, in the safe form of reports; null if unknown.</summary>
    public string? Source { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where it goes.</summary>
    public required Route Route { get; init; }

    /// <summary>The lead of the same person that was bought before, which this one only updates; null for a lead of its own.</summary>
    public LeadId? UpdateOf { get; init; }

    /// <summary>What it costs.</summary>
    public required Money Price { get; init; }

    /// <summary>Whether the vendor sells it to nobody else; null if that was not agreed.</summary>
    public bool? Exclusive { get; init; }

    /// <summary>The score and how it came about; null if the campaign does not score.</summary>
    public ScoreSheet? Score { get; init; }

    /// <summary>
    /// The lead itself, and what was looked up about it; on receipt it is read again with the campaign's layout of that
    /// time.
    /// </summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    /// <summary>
    /// The channels by which the person does not want to be contacted, as was found just before this attempt. The queue does not keep
    /// them.
    /// </summary>
    public ContactChannels DoNotContact { get; init; }

    /// <summary>The lead as the ledger keeps it.</summary>
    /// <param name="delivery">Its delivery.</param>
    internal BoughtLead ToBought(DeliveryRecord delivery) => new()
    {
        Lead = Id,
        Campaign = Campaign,
        CampaignVersion = CampaignVersion,
        Vendor = Vendor,
        Source = Source,
        Route = Route,
        Score = Score?.Value,
        Price = Price,
        ReceivedAt = ReceivedAt,
        UpdateOf = UpdateOf,
        Delivery = delivery,
    };
}
