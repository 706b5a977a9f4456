namespace LeadFilter.Tests.Faults.Checking;

/// <summary>An event that the filter has stored.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Event">What happened.</param>
/// <param name="Id">The CRM's id of the event.</param>
internal sealed record CountedEvent(string Lead, string Event, string Id)
{
    /// <summary>By what the event is recognized.</summary>
    public (string Lead, string Event, string Id) Key => (Lead, Event, Id);
}
