using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>What was decided about a lead, and why: an entry of the log. It holds nothing of the person.</summary>
public sealed record DecisionRecord
{
    /// <summary>The lead's id.</summary>
    public required LeadId Lead { get; init; }

    /// <summary>The campaign.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>The version of the campaign that decided.</summary>
    public required string CampaignVersion { get; init; }

    /// <summary>Who sent it.</summary>
    public required VendorId Vendor { get; init; }

    /// <summary>Where the vendor got it, in a form that can hold nothing personal; null if unknown.</summary>
    public string? Source { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether it was a test.</summary>
    public bool IsTest { get; init; }

    /// <summary>Whether it is bought.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>What is paid.</summary>
    public Money Price { get; init; }

    /// <summary>Where a bought lead goes.</summary>
    public Route Route { get; init; }

    /// <summary>The lead of the same person that was bought before, which this one only updates; null for a lead of its own.</summary>
    public LeadId? UpdateOf { get; init; }

    /// <summary>The score; null if the campaign does not score, or the lead was rejected before it could be.</summary>
    public double? Score { get; init; }

    /// <summary>The names of the fields whose answers were given and could not be read; never the answers.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>Every ground that held, with those that changed nothing, in the order of the campaign.</summary>
    public IReadOnlyList<RecordedFinding> Findings { get; init; } = [];

    /// <summary>The grounds that reject, the primary one first.</summary>
    public IReadOnlyList<RecordedFinding> Rejecting
    {
        get
        {
            // Not a query: its iterators cost more than the list.
            var rejecting = new List<RecordedFinding>(Findings.Count);
            for (var at = 0; at < Findings.Count; at++)
            {
                if (Findings[at].Effect == Effect.Reject)
                {
                    rejecting.Add(Findings[at]);
                }
            }

            return rejecting;
        }
    }

    /// <summary>The record of a decision.</summary>
    /// <param name="id">The lead's id.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="isTest">Whether it is a test.</param>
    /// <param name="decision">The decision.</param>
    public static DecisionRecord Of(LeadId id, Campaign campaign, VendorId vendor, Lead lead, bool isTest, Decision decision) => new()
    {
        Lead = id,
        Campaign = campaign.Id,
        CampaignVersion = campaign.Version,
        Vendor = vendor,
        Source = SourceLabel.Of(lead.Find("source").Raw),
        ReceivedAt = lead.ReceivedAt,
        IsTest = isTest,
        IsAccepted = decision.IsAccepted,
        Price = decision.Price,
        Route = decision.Route,
        Score = decision.Score,
        Unreadable = lead.Unreadable,
        Findings = Record(decision.Findings),
    };

    /// <summary>The record of the same lead with a later decision.</summary>
    /// <param name="decision">The decision.</param>
    public DecisionRecord With(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return this with
        {
            IsAccepted = decision.IsAccepted,
            Price = decision.Price,
            Route = decision.Route,
            Score = decision.Score,
            Findings = Record(decision.Findings),
        };
    }

    /// <summary>
    /// The record without what is about the person: reasons, score, source, unread fields, and the lead that it updates. What was
    /// decided, when,
    /// for whom and at what price stays.
    /// </summary>
    public DecisionRecord WithoutPerson() => this with
    {
        Source = Source is null ? null : SourceLabel.Withheld,
        UpdateOf = null,
        Score = null,
        Unreadable = [],
        Findings = [],
    };

    /// <summary>Findings as they are recorded.</summary>
    /// <param name="findings">The findings.</param>
    public static IReadOnlyList<RecordedFinding> Record(IReadOnlyList<Finding> findings) =>
        findings.Count == 0 ? [] : [.. findings.Select(static finding => RecordedFinding.Of(finding))];
}
