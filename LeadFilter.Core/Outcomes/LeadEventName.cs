using System.Collections.Frozen;

namespace LeadFilter.Core.Outcomes;

/// <summary>The words of events, as they are sent and stored.</summary>
public static class LeadEventName
{
    private static readonly FrozenDictionary<string, LeadEvent> ByName =
        Enum.GetValues<LeadEvent>().ToFrozenDictionary(static one => Of(one), StringComparer.OrdinalIgnoreCase);

    /// <summary>All words, in the order of the stages.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<LeadEvent>().Select(static one => Of(one))];

    /// <summary>The word of an event.</summary>
    /// <param name="event">The event.</param>
    public static string Of(LeadEvent @event) => @event switch
    {
        LeadEvent.Attempted => "attempted",
        LeadEvent.Contacted => "contacted",
        LeadEvent.Accepted => "accepted",
        LeadEvent.Qualified => "qualified",
        LeadEvent.Converted => "converted",
        LeadEvent.Unconverted => "unconverted",
        LeadEvent.Refused => "refused",
        LeadEvent.Lost => "lost",
        LeadEvent.Dead => "dead",
        _ => "reopened",
    };

    /// <summary>The event of a word, in any case.</summary>
    /// <param name="word">The word.</param>
    /// <returns>Null if it is none.</returns>
    public static LeadEvent? Find(string word) => ByName.TryGetValue(word, out var found) ? found : null;
}
