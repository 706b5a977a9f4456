using LeadFilter.Core.Decisions;
using LeadFilter.Pipeline.Ledger;

namespace LeadFilter.Pipeline.Returns;

/// <summary>A return as it was asked for.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Lead">Which lead is meant; null if it cannot be taken.</param>
/// <param name="Reason">Why, as a code; null if none was given, or one that no code stands for.</param>
/// <param name="Refusal">Why it cannot be taken; null if it could be read.</param>
public sealed record AskedReturn(long Line, LeadReference? Lead, ReasonCode? Reason, ReturnRefusal? Refusal)
{
    /// <summary>One that cannot be taken.</summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="code">Why, as a code of <see cref="ReturnRefusal"/>.</param>
    /// <param name="detail">Why, in a sentence.</param>
    public static AskedReturn Refused(long line, string code, string detail) => new(line, null, null, new(code, detail));

    /// <summary>Reads a return: <c>reason</c>, and which lead.</summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="field">Finds what was sent under a name; null or blank for nothing.</param>
    /// <param name="campaign">The campaign that bought the lead; its words for reasons are known.</param>
    public static AskedReturn Read(long line, Func<string, string?> field, Core.Campaigns.Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(campaign);
        return LeadReference.TryRead(field, campaign, out var lead, out var why)
            ? new(line, lead, field("reason")?.Trim() is { Length: > 0 } reason ? campaign.Outcomes.FindReason(reason) : null, null)
            : Refused(line, ReturnRefusal.LeadNotSaid, why);
    }
}
