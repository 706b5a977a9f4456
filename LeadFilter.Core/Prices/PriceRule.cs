using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Prices;

/// <summary>A price, and when it holds: where all that it asks for is so.</summary>
/// <param name="When">The condition; null for always.</param>
/// <param name="Price">The price.</param>
public sealed record PriceRule(Condition? When, Money Price)
{
    /// <summary>For these vendors only; null for all.</summary>
    public IReadOnlySet<VendorId>? Vendors { get; init; }

    /// <summary>For leads that are sold to nobody else (true), or to others too (false); null for both.</summary>
    public bool? Exclusive { get; init; }

    /// <summary>For scores in this band only; null for all.</summary>
    public ScoreBand? Score { get; init; }

    /// <summary>Whether it holds for every lead of every vendor.</summary>
    public bool IsUnconditional => When is null && Vendors is null && Exclusive is null && Score is null;

    /// <summary>Whether it can hold under a contract, as far as that does not depend on the lead.</summary>
    /// <param name="vendor">The contract's vendor; null without a contract.</param>
    /// <param name="exclusive">Whether the vendor sells its leads to nobody else; null if that was not agreed.</param>
    internal bool IsFor(VendorId? vendor, bool? exclusive) =>
        (Vendors is null || (vendor is { } one && Vendors.Contains(one)))
        && (Exclusive is null || Exclusive == exclusive);
}
