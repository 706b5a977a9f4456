using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Prices;

/// <summary>The price of a lead, and where it comes from.</summary>
/// <param name="Price">What is paid.</param>
/// <param name="Listed">What the list says, before it is raised to the floor; nothing where no price holds.</param>
/// <param name="Entry">The place of the price in the campaign's list, from 0; null for the contract's own price, or where none
/// holds.</param>
public readonly record struct Quote(Money Price, Money Listed, int? Entry)
{
    /// <summary>What the vendor asks; null where the price does not depend on it, or nothing that can be read is asked.</summary>
    public Money? Asked { get; init; }
}
