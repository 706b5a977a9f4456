using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Returns.Cases;

/// <summary>
/// A lead that was handed back, and what became of it: requested → accepted, denied or withdrawn; denied → disputed, once → accepted,
/// denied or withdrawn. What was agreed when it was handed back holds to the end. There is one return for each lead, by whose id it
/// is known.
/// </summary>
public sealed record ReturnCase
{
    /// <summary>The lead, and the return's id.</summary>
    public required LeadId Lead { get; init; }

    /// <summary>The campaign that bought it.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>Who sold it, and answers.</summary>
    public required VendorId Vendor { get; init; }

    /// <summary>When it was bought.</summary>
    public required DateTimeOffset BoughtAt { get; init; }

    /// <summary>What was paid for it, which is what a credit gives back.</summary>
    public required Money Price { get; init; }

    /// <summary>Why it is handed back.</summary>
    public required ReasonCode Reason { get; init; }

    /// <summary>How many days the vendor has to answer, and the buyer to dispute.</summary>
    public required int AnswerDays { get; init; }

    /// <summary>What is decided if the vendor does not answer.</summary>
    public required ReturnSilence Silence { get; init; }

    /// <summary>Whether the person may be bought again after a credit.</summary>
    public required bool Again { get; init; }

    /// <summary>The campaign's time zone, by which days end.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>All changes, the request first.</summary>
    public required IReadOnlyList<ReturnChange> Changes { get; init; }

    /// <summary>The state.</summary>
    public ReturnState State => Changes[^1].State;

    /// <summary>When the lead was handed back.</summary>
    public DateTimeOffset RequestedAt => Changes[0].At;

    /// <summary>When the credit was booked; null if none is.</summary>
    public DateTimeOffset? CreditedAt => State == ReturnState.Accepted ? Changes[^1].At : null;

    /// <summary>
    /// Until when somebody may act: the vendor may answer, or the buyer may dispute a denial; null if nothing changes it any more.
    /// </summary>
    public DateTimeOffset? Deadline => Waits || (State == ReturnState.Denied && !IsDisputed)
        ? ReturnDeadline.EndOfDay(Changes[^1].At, AnswerDays, TimeZone)
        : null;

    /// <summary>Whether the vendor must answer.</summary>
    public bool Waits => State is ReturnState.Requested or ReturnState.Disputed;

    /// <summary>Whether the buyer has disputed a denial.</summary>
    private bool IsDisputed => Changes.Any(static change => change.State == ReturnState.Disputed);

    /// <summary>A lead that is handed back.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="campaign">The campaign that bought it.</param>
    /// <param name="vendor">Who sold it.</param>
    /// <param name="boughtAt">When it was bought.</param>
    /// <param name="price">What was paid for it.</param>
    /// <param name="reason">Why it is handed back.</param>
    /// <param name="terms">What was agreed.</param>
    /// <param name="zone">The campaign's time zone.</param>
    /// <param name="now">When it is handed back.</param>
    public static ReturnCase Of(
        LeadId lead,
        CampaignId campaign,
        VendorId vendor,
        DateTimeOffset boughtAt,
        Money price,
        ReasonCode reason,
        ReturnTerms terms,
        TimeZoneInfo zone,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new()
        {
            Lead = lead,
            Campaign = campaign,
            Vendor = vendor,
            BoughtAt = boughtAt,
            Price = price,
            Reason = reason,
            AnswerDays = terms.AnswerDays,
            Silence = terms.Silence,
            Again = terms.Again,
            TimeZone = zone,
            Changes = [new(ReturnState.Requested, now, ReturnParty.Buyer, reason)],
        };
    }

    /// <summary>
    /// The return as it is at a time: if the vendor has not answered in time, silence has decided at the deadline, whether or not
    /// anybody has looked since.
    /// </summary>
    /// <param name="now">The time.</param>
    public ReturnCase AsOf(DateTimeOffset now) => Waits && Deadline is { } deadline && now >= deadline
        ? With(new(Silence == ReturnSilence.Accept ? ReturnState.Accepted : ReturnState.Denied, deadline, ReturnParty.Silence))
        : this;

    /// <summary>Whether it may still end in a credit.</summary>
    /// <param name="now">The time.</param>
    public bool IsOpen(DateTimeOffset now)
    {
        var seen = AsOf(now);
        return seen.State != ReturnState.Accepted && seen.Deadline is { } deadline && now < deadline;
    }

    /// <summary>Whether it counts in the share that may be handed back: unless it can no longer end in a credit.</summary>
    /// <param name="now">The time.</param>
    public bool CountsInShare(DateTimeOffset now) => IsOpen(now) || AsOf(now).State == ReturnState.Accepted;

    /// <summary>Does something with it.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="by">Who does it; only the parties that may.</param>
    /// <param name="reason">Why, as a code; null for none.</param>
    /// <param name="now">When it is done.</param>
    /// <param name="result">The return after it. If the same was done before and is the latest, it changes nothing.</param>
    /// <param name="why">Why it cannot be done, in a sentence; null if it can.</param>
    public bool TryDo(
        ReturnAction action, ReturnParty by, ReasonCode? reason, DateTimeOffset now, out ReturnCase result, out string? why)
    {
        var seen = AsOf(now);
        (result, why) = (seen, null);
        var next = action switch
        {
            ReturnAction.Accept => ReturnState.Accepted,
            ReturnAction.Deny => ReturnState.Denied,
            ReturnAction.Dispute => ReturnState.Disputed,
            _ => ReturnState.Withdrawn,
        };
        if (seen.Changes[^1] is var last && last.State == next && last.By == by)
        {
            return true;
        }

        why = action == ReturnAction.Dispute ? seen.WhyNotDisputed(now)
            : seen.Waits ? null
            : $"The return is {ReturnStateName.Of(seen.State)} already"
                + (last.By == ReturnParty.Silence ? ": the time to answer is over." : ".");
        result = why is null ? seen.With(new(next, now, by, reason)) : seen;
        return why is null;
    }

    private string? WhyNotDisputed(DateTimeOffset now) =>
        State != ReturnState.Denied ? $"The return is {ReturnStateName.Of(State)}; only a denial can be disputed."
        : IsDisputed ? "The denial was disputed before; that is possible once."
        : now >= Deadline ? "The time to dispute the denial is over."
        : null;

    private ReturnCase With(ReturnChange change) => this with { Changes = [.. Changes, change] };
}
