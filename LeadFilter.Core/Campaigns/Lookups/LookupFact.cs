using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Flags;

namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>A fact that an answer gives.</summary>
/// <param name="Field">The looked-up field that it becomes, such as <c>trustedform.age_seconds</c>.</param>
/// <param name="Type">The field's type; a value that it cannot read makes the answer a failure.</param>
/// <param name="Path">Where it stands in the answer; null for a fact of the status.</param>
/// <param name="Statuses">For a fact of the status: the HTTP statuses that make it true.</param>
/// <param name="IsPresence">Whether it is no value but says whether there is any at the path.</param>
/// <param name="IsRequired">Whether an answer without it is a failure.</param>
/// <param name="Ages">Whether it is a number of seconds that grows by one each second, so that an answer kept in memory goes on
/// ageing.</param>
public sealed record LookupFact(
    string Field,
    FieldType Type,
    FactPath? Path,
    IReadOnlyList<int> Statuses,
    bool IsPresence,
    bool IsRequired,
    bool Ages)
{
    /// <summary>A fact that stands at a place of the answer.</summary>
    /// <param name="field">The looked-up field.</param>
    /// <param name="type">Its type.</param>
    /// <param name="path">The place.</param>
    internal static LookupFact At(string field, FieldType type, FactPath path) => new(field, type, path, [], false, false, false);

    /// <summary>A fact of the status.</summary>
    /// <param name="field">The looked-up field.</param>
    /// <param name="statuses">The statuses that make it true.</param>
    internal static LookupFact OfStatus(string field, params IReadOnlyList<int> statuses) =>
        new(field, BooleanType.Instance, null, statuses, false, false, false);
}
