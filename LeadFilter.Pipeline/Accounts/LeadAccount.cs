using LeadFilter.Core.Outcomes;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ledger;

namespace LeadFilter.Pipeline.Accounts;

/// <summary>Everything that is known of one lead. It holds nothing of the person.</summary>
/// <param name="Decision">What was decided, and why.</param>
/// <param name="State">Where it is; null for a lead that was not bought, and for a test.</param>
/// <param name="Delivery">Its delivery; null while the CRM does not have it.</param>
/// <param name="Attempts">The attempts in vain to deliver it, the oldest first.</param>
/// <param name="Outcomes">What became of it.</param>
/// <param name="Return">Its return; null if it was not handed back.</param>
public sealed record LeadAccount(
    DecisionRecord Decision,
    DeliveryState? State,
    DeliveryRecord? Delivery,
    IReadOnlyList<DeliveryAttempt> Attempts,
    LeadHistory Outcomes,
    ReturnCase? Return)
{
    /// <summary>The last attempt in vain; null if there was none, or it was delivered since.</summary>
    public DeliveryAttempt? LastInVain => Delivery is null && Attempts is [.., var last] ? last : null;
}
