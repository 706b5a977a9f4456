using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Capacity;

/// <summary>How many leads are bought in a period, or for how much money.</summary>
public sealed class Cap
{
    private readonly Func<Lead, Truth>? applies;

    /// <summary>Makes a cap.</summary>
    /// <param name="when">The leads that it counts; null for all.</param>
    public Cap(Condition? when)
    {
        When = when;
        applies = when is null ? null : ConditionCompiler.CompileAlone(when);
    }

    /// <summary>Its name, unique among the campaign's caps or the contract's.</summary>
    public required string Id { get; init; }

    /// <summary>The vendor in whose contract it stands; null for a cap of the campaign.</summary>
    public VendorId? Vendor { get; init; }

    /// <summary>How much.</summary>
    public required CapLimit Limit { get; init; }

    /// <summary>
    /// The counters whose limit is another one, by the canonical value of the one field that they are told apart by; without case.
    /// </summary>
    public IReadOnlyDictionary<string, CapLimit> Limits { get; init; } = new Dictionary<string, CapLimit>();

    /// <summary>For how long.</summary>
    public required CapPeriod Per { get; init; }

    /// <summary>
    /// What has a counter of its own: each combination of the values of these; nothing for one counter. The source alone stands for the
    /// vendor and the source.
    /// </summary>
    public IReadOnlyList<CapKey> By { get; init; } = [];

    /// <summary>The leads that it counts; null for all.</summary>
    public Condition? When { get; }

    /// <summary>What a full cap means for a lead.</summary>
    public required Ground Ground { get; init; }

    /// <summary>Whether it counts a lead. A condition that cannot be said does not hold.</summary>
    /// <param name="lead">A lead of the campaign's layout.</param>
    public bool Counts(Lead lead) => applies is null || applies(lead) == Truth.Match;
}
