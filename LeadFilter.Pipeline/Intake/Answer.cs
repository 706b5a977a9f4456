using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Intake;

/// <summary>What a vendor is answered.</summary>
public sealed record Answer
{
    /// <summary>Bought, rejected or not decided.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The lead's id; null only on an error.</summary>
    public LeadId? Lead { get; init; }

    /// <summary>What is paid for the lead; nothing unless it is bought.</summary>
    public Money Price { get; init; }

    /// <summary>Why it is rejected, the primary reason first; empty on success.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>For test leads: the names of fields that the campaign does not know, as they were sent.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>The names of the campaign's fields whose answers were given and could not be read.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>On an error: what is wrong, in a sentence for the vendor.</summary>
    public string? Error { get; init; }

    /// <summary>On an error: after how long to send the lead again.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
