using System.Globalization;

namespace LeadFilter.Core.Outcomes;

/// <summary>An event after the purchase of a lead, as the buyer's CRM told it. It holds nothing of the person.</summary>
/// <param name="Event">What happened.</param>
/// <param name="At">When.</param>
public sealed record LeadOutcome(LeadEvent Event, DateTimeOffset At)
{
    /// <summary>The CRM's id of the event; null if it gave none.</summary>
    public string? Id { get; init; }

    /// <summary>What the person pays, or what else the CRM says that it is worth; null if it says nothing.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why, as a code; null if no reason was given.</summary>
    public string? Reason { get; init; }

    /// <summary>Who did it.</summary>
    public ActedBy By { get; init; }

    /// <summary>When a dead lead is to be looked at again; null for never.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>
    /// By what the event is recognized among those of its lead and kind: the CRM's id, or the time. The second kind begins with
    /// <c>@</c>, with which no id begins.
    /// </summary>
    public string Key => Id ?? "@" + At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
