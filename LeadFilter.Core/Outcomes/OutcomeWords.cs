using System.Collections.Frozen;
using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Outcomes;

/// <summary>The words for events and reasons that a campaign understands: those of this program, and its CRM's own.</summary>
/// <param name="own">The CRM's words and the events that they mean, in any case.</param>
/// <param name="reasons">The CRM's reasons and the codes that stand for them, in any case.</param>
public sealed class OutcomeWords(
    IEnumerable<KeyValuePair<string, LeadEvent>> own, IEnumerable<KeyValuePair<string, ReasonCode>> reasons)
{
    /// <summary>The words of this program alone.</summary>
    public static readonly OutcomeWords Standard = new([], []);

    private readonly FrozenDictionary<string, LeadEvent> own = own.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, ReasonCode> reasons = reasons.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The CRM's reasons and their codes.</summary>
    public IReadOnlyDictionary<string, ReasonCode> Reasons => reasons;

    /// <summary>The CRM's words and what they mean.</summary>
    public IReadOnlyDictionary<string, LeadEvent> Own => own;

    /// <summary>All words that are understood, for messages.</summary>
    public string Known => string.Join(", ", LeadEventName.All.Concat(own.Keys.Order(StringComparer.OrdinalIgnoreCase)));

    /// <summary>
    /// The code of a reason: the one that the campaign names for it, or itself if it has the form of a code. Any other text may be about
    /// a person, and is not kept.
    /// </summary>
    /// <param name="text">The reason as sent.</param>
    /// <returns>Null if it is no code.</returns>
    public ReasonCode? FindReason(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        return reasons.TryGetValue(trimmed, out var named) ? named
            : ReasonCode.TryParse(trimmed.ToLowerInvariant(), out var code) ? code
            : null;
    }

    /// <summary>What a word means, whatever blanks stand around it.</summary>
    /// <param name="word">The word.</param>
    /// <returns>Null if it is not understood.</returns>
    public LeadEvent? Find(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var trimmed = word.Trim();
        return own.TryGetValue(trimmed, out var found) ? found : LeadEventName.Find(trimmed);
    }
}
