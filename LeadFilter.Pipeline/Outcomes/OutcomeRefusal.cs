namespace LeadFilter.Pipeline.Outcomes;

/// <summary>Why an outcome is not taken.</summary>
/// <param name="Code">The code, one of the constants here; they are public and stable (docs/outcomes.md).</param>
/// <param name="Detail">What is wrong and what to do, in a sentence without any of what was sent.</param>
public sealed record OutcomeRefusal(string Code, string Detail)
{
    /// <summary>The record cannot be read at all.</summary>
    public const string Unreadable = "record_unreadable";

    /// <summary>It does not say which lead it is about, or says it in several ways.</summary>
    public const string LeadNotSaid = "lead_not_said";

    /// <summary>No bought lead of this campaign is meant.</summary>
    public const string LeadUnknown = "lead_unknown";

    /// <summary>The event is missing, or no word for one that is known.</summary>
    public const string EventUnknown = "event_unknown";

    /// <summary>A time is missing or cannot be read.</summary>
    public const string TimeUnreadable = "time_unreadable";

    /// <summary>The value is no amount of money, or out of range.</summary>
    public const string ValueUnreadable = "value_unreadable";

    /// <summary>It does not say who acted in one of the two words for it.</summary>
    public const string ByUnknown = "by_unknown";

    /// <summary>It is said to have happened before the lead was bought.</summary>
    public const string BeforePurchase = "event_before_purchase";

    /// <summary>It is said to happen in the future.</summary>
    public const string InFuture = "event_in_future";
}
