namespace LeadFilter.Tests.Faults.Checking;

/// <summary>What the buyer's CRM read in an answer about an event.</summary>
internal enum EventAnswer
{
    /// <summary>It counts from now on.</summary>
    Counted,

    /// <summary>It was counted before.</summary>
    Known,

    /// <summary>It is not taken.</summary>
    Refused,

    /// <summary>It could not be taken now: tell it again.</summary>
    Error,

    /// <summary>No answer: the connection broke, or none could be made.</summary>
    Nothing,
}

/// <summary>One telling of an event after the purchase, with its answer.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Event">What happened.</param>
/// <param name="Id">The CRM's id of the event.</param>
/// <param name="Answer">What the CRM was told.</param>
internal sealed record ToldEvent(string Lead, string Event, string Id, EventAnswer Answer)
{
    /// <summary>By what the event is recognized.</summary>
    public (string Lead, string Event, string Id) Key => (Lead, Event, Id);
}
