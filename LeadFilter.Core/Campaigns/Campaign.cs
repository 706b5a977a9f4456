using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Outcomes;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Suppression;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Campaigns;

/// <summary>A buying program, read from its file, checked and compiled.</summary>
public sealed class Campaign
{
    /// <summary>Its id: the file's name without <c>.json</c>.</summary>
    public required CampaignId Id { get; init; }

    /// <summary>The version that its author gave it; logged with every decision.</summary>
    public required string Version { get; init; }

    /// <summary>The fields that it knows.</summary>
    public required FieldLayout Layout { get; init; }

    /// <summary>The draws by which its conditions choose random shares of persons or leads.</summary>
    public IReadOnlyList<Draw> Draws { get; init; } = [];

    /// <summary>Where bought leads go.</summary>
    public required DeliveryPlan Delivery { get; init; }

    /// <summary>How its CRM tells what becomes of leads.</summary>
    public OutcomeWords Outcomes { get; init; } = OutcomeWords.Standard;

    /// <summary>How it recognizes duplicates, in the order of the file; each has its ground at the same place of a policy's.</summary>
    public IReadOnlyList<DuplicatePlan> Duplicates { get; init; } = [];

    /// <summary>The suppression lists that it asks, without the built-in one of opt-outs.</summary>
    public IReadOnlyList<SuppressionCheck> Suppression { get; init; } = [];

    /// <summary>How it heeds opt-outs.</summary>
    public OptOutPlan OptOuts { get; init; } = OptOutPlan.None;

    /// <summary>What it has third parties check.</summary>
    public IReadOnlyList<LookupPlan> Lookups { get; init; } = [];

    /// <summary>The secrets that it needs, each once for its delivery and once for each look-up.</summary>
    public IEnumerable<NeededSecret> Secrets =>
        (Delivery.Secret is { } secret ? [new NeededSecret(secret, null)] : Array.Empty<NeededSecret>())
        .Concat(Lookups.SelectMany(static plan => plan.Request.Secrets.Select(setting => new NeededSecret(setting, plan.Name))));

    /// <summary>Where its people live, and how its author writes.</summary>
    public Locale Locale { get; init; } = Locale.Default;

    /// <summary>The time zone in which its author thinks; UTC if the file names none.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Its rules in the order of the file, with those that are off, and last that of the built-in list of opt-outs.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Its caps in the order of the file, with those that are off; contracts have more.</summary>
    public IReadOnlyList<Cap> Caps { get; init; } = [];

    /// <summary>
    /// The grounds that decide about the lead by itself, without other leads: those of the rules, the contracts, the score and the
    /// prices.
    /// </summary>
    public IEnumerable<Ground> DecidingGrounds { get; init; } = [];

    /// <summary>The rules as they are where no contract softens them.</summary>
    public Policy PolicyWithoutContract { get; init; } = new(new());

    /// <summary>The rules under each vendor's contract.</summary>
    public FrozenDictionary<VendorId, Policy> Policies { get; init; } = FrozenDictionary<VendorId, Policy>.Empty;

    /// <summary>Whether any contract lets the persons of credited leads be bought again.</summary>
    public bool BuysAgain { get; init; }

    /// <summary>Finds the rules under a vendor's contract as it is at a time.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="receivedAt">When the lead was received: a trial may have ended.</param>
    /// <param name="policy">The rules; null if the vendor has no contract in this campaign.</param>
    public bool TryFindPolicy(VendorId vendor, DateTimeOffset receivedAt, [NotNullWhen(true)] out Policy? policy)
    {
        policy = Policies.GetValueOrDefault(vendor)?.At(receivedAt);
        return policy is not null;
    }
}
