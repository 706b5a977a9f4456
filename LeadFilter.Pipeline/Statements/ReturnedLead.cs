using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Statements;

/// <summary>What a statement needs to know of a return.</summary>
/// <param name="Lead">The lead that was handed back.</param>
/// <param name="BoughtAt">When it was bought.</param>
/// <param name="Price">What was paid for it.</param>
/// <param name="State">What became of the return, as its own pages call it.</param>
/// <param name="Reason">The reason's code.</param>
/// <param name="RequestedAt">When the buyer asked.</param>
/// <param name="CreditedAt">When the credit was booked; null if none is.</param>
/// <param name="IsOpen">Whether it may still end in a credit.</param>
public sealed record ReturnedLead(
    LeadId Lead,
    DateTimeOffset BoughtAt,
    Money Price,
    string State,
    string Reason,
    DateTimeOffset RequestedAt,
    DateTimeOffset? CreditedAt,
    bool IsOpen)
{
    /// <summary>What is given back: the price that was paid, or nothing.</summary>
    public Money Credit => CreditedAt is null ? Money.Zero : Price;
}
