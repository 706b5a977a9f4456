using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Purchases;

/// <summary>What came of taking a reservation, for the lead to take up: <see cref="Purchase.TakeUp"/>.</summary>
public sealed record Reserved
{
    /// <summary>It was free, or the lead needs none, and the lead holds nothing.</summary>
    public static Reserved Nothing { get; } = new();

    /// <summary>The grounds that hold because it was not free, in the order of the campaign. They reject the lead or not.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Whether any of them rejects the lead.</summary>
    public bool Rejects => Findings.Any(static finding => finding.Effect == Effect.Reject);

    /// <summary>The lead of the same person that was bought before, which this one only updates; null for none.</summary>
    public LeadId? UpdateOf { get; init; }

    /// <summary>Whether the lead now holds anything that must be given back if it is not bought.</summary>
    public bool Holds { get; init; }
}
