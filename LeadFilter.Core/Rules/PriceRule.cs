using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Rules;

/// <summary>A price, and when it holds.</summary>
/// <param name="When">The condition; null for always.</param>
/// <param name="Price">The price.</param>
public sealed record PriceRule(Condition? When, Money Price);
