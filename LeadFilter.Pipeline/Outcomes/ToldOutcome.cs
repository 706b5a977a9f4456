using LeadFilter.Core.Outcomes;
using LeadFilter.Pipeline.Ledger;

namespace LeadFilter.Pipeline.Outcomes;

/// <summary>An outcome as it was told, before its lead is looked for.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Lead">Which lead is meant; null if it is refused.</param>
/// <param name="Outcome">What happened; null if it is refused.</param>
/// <param name="Refusal">Why it is not taken; null if it could be read.</param>
public sealed record ToldOutcome(long Line, LeadReference? Lead, LeadOutcome? Outcome, OutcomeRefusal? Refusal)
{
    /// <summary>Whether only the day was said on which it happened.</summary>
    public bool IsDay { get; init; }

    /// <summary>One that cannot be taken.</summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="code">Why, as a code of <see cref="OutcomeRefusal"/>.</param>
    /// <param name="detail">Why, in a sentence.</param>
    public static ToldOutcome Refused(long line, string code, string detail) => new(line, null, null, new(code, detail));
}
