using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Decisions;

namespace LeadFilter.Pipeline.Purchases;

/// <summary>A lead on its way from the screen to the queue. One request at a time works on it.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="policy">Its rules under the vendor's contract.</param>
/// <param name="record">What is decided so far.</param>
/// <param name="lead">The lead.</param>
public sealed class Purchase(Campaign campaign, Policy policy, DecisionRecord record, Lead lead)
{
    private bool isInDoubt;

    /// <summary>The campaign.</summary>
    public Campaign Campaign { get; } = campaign;

    /// <summary>Its rules under the vendor's contract.</summary>
    public Policy Policy { get; } = policy;

    /// <summary>What is decided so far.</summary>
    public DecisionRecord Record { get; private set; } = record;

    /// <summary>The lead, with what was looked up about it.</summary>
    public Lead Lead { get; private set; } = lead;

    /// <summary>The lead's id; the same for every attempt at this submission.</summary>
    public LeadId Id => Record.Lead;

    /// <summary>The vendor.</summary>
    public VendorId Vendor => Record.Vendor;

    /// <summary>When the lead was received first.</summary>
    public DateTimeOffset ReceivedAt => Record.ReceivedAt;

    /// <summary>Whether an earlier request for the same submission has died, or failed, before it was settled.</summary>
    public bool IsResumed { get; init; }

    /// <summary>
    /// Whether the lead may be in the queue without anybody knowing: this attempt or an earlier one has sent it, or may
    /// have.
    /// </summary>
    public bool MayBeQueued => IsResumed || isInDoubt;

    /// <summary>Whether it was looked up, and every rule has been asked.</summary>
    public bool IsConcluded { get; private set; }

    /// <summary>The lead was sent, and nobody knows whether the queue has taken it.</summary>
    public void Doubt() => isInDoubt = true;

    /// <summary>Takes up a decision that was made before, instead of what was decided since.</summary>
    /// <param name="before">The decision.</param>
    public void Stand(DecisionRecord before) => Record = before;

    /// <summary>Takes up what was looked up, and the decision of all rules.</summary>
    /// <param name="lead">The lead with what was looked up.</param>
    /// <param name="decision">The decision; null if there was nothing to look up, so that the one before stands.</param>
    public void Conclude(Lead lead, Decision? decision)
    {
        (Lead, IsConcluded) = (lead, true);
        if (decision is not null)
        {
            Record = Record.With(decision);
        }
    }

    /// <summary>
    /// Takes up what a reservation found: grounds that hold, and that the lead is an update of one that was bought before, which
    /// is forwarded and for which nothing is paid.
    /// </summary>
    /// <param name="reserved">What was found.</param>
    public void TakeUp(Reserved reserved)
    {
        ArgumentNullException.ThrowIfNull(reserved);
        if (reserved.UpdateOf is { } bought)
        {
            Record = Record with { UpdateOf = bought, Price = Money.Zero };
        }

        foreach (var finding in reserved.Findings)
        {
            var rejects = finding.Effect == Effect.Reject;
            Record = Record with
            {
                Findings = [.. Record.Findings, RecordedFinding.Of(finding)],
                IsAccepted = Record.IsAccepted && !rejects,
                Price = rejects ? Money.Zero : Record.Price,
            };
        }
    }
}
