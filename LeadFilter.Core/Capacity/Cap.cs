using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Capacity;

/// <summary>How many leads are bought in a period.</summary>
public sealed class Cap
{
    /// <summary>The greatest limit.</summary>
    public const int MaxLimit = 1_000_000;

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

    /// <summary>How many leads: 1 to <see cref="MaxLimit"/>.</summary>
    public required int Limit { get; init; }

    /// <summary>For how long.</summary>
    public required CapPeriod Per { get; init; }

    /// <summary>What has a counter of its own.</summary>
    public CapBy By { get; init; }

    /// <summary>The leads that it counts; null for all.</summary>
    public Condition? When { get; }

    /// <summary>What a full cap means for a lead.</summary>
    public required Ground Ground { get; init; }

    /// <summary>Whether it counts a lead. A condition that cannot be said does not hold.</summary>
    /// <param name="lead">A lead of the campaign's layout.</param>
    public bool Counts(Lead lead) => applies is null || applies(lead) == Truth.Match;
}
