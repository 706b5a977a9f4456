using LeadFilter.Core.Capacity;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Persons;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Fields.Places.Countries;
using LeadFilter.Core.Fields.Places.Postal;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Identities;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// Names the counters of a cap that has several: by the values of what it counts by. What might be personal, or anything that
/// somebody likes to write, is a keyed hash, cut so that a cap has at most about a million counters in a period.
/// </summary>
public static class CapPart
{
    /// <summary>How many hex digits of a hash are kept: 1,048,576 counters at most.</summary>
    private const int HashDigits = 5;

    private const char Between = '/';
    private const char ValueMark = '=';
    private const char HashMark = '#';
    private const string Unknown = "-";

    /// <summary>The name of a lead's counter.</summary>
    /// <param name="cap">The cap.</param>
    /// <param name="vendor">The lead's vendor.</param>
    /// <param name="source">The lead's source, as it may be logged; null for none.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="hasher">Makes keyed hashes.</param>
    /// <returns>Null for a cap with one counter.</returns>
    internal static string? Of(Cap cap, VendorId vendor, string? source, Lead lead, IdentityHasher hasher) =>
        Of(cap, vendor, source, key => OfField(cap, key, lead, hasher));

    /// <summary>The name of the counter of a lead of which nothing is known but where it came from.</summary>
    /// <param name="cap">The cap.</param>
    /// <param name="vendor">The lead's vendor.</param>
    /// <param name="source">The lead's source, as it may be logged; null for none.</param>
    /// <param name="part">The name; null for a cap with one counter.</param>
    /// <returns>False for a cap that counts by fields of the lead.</returns>
    internal static bool TryOf(Cap cap, VendorId vendor, string? source, out string? part)
    {
        var isKnown = cap.By.All(static key => key.Field is null);
        part = isKnown ? Of(cap, vendor, source, static _ => Unknown) : null;
        return isKnown;
    }

    /// <summary>The values that a counter's name stands for, in the order of <see cref="Cap.By"/>.</summary>
    /// <param name="cap">The cap.</param>
    /// <param name="part">The name.</param>
    /// <returns>
    /// Null for leads without a readable value; <c>#</c> and hex digits for a value that is not told. The vendor comes before the source.
    /// </returns>
    public static IReadOnlyList<(string Key, string? Value)> Read(Cap cap, string? part)
    {
        ArgumentNullException.ThrowIfNull(cap);
        if (part is null || cap.By.Count == 0)
        {
            return [];
        }

        if (cap.By is [var only] && only.Field is null)
        {
            var slash = only == CapKey.Source ? part.IndexOf(Between, StringComparison.Ordinal) : -1;
            return slash < 0
                ? [(CapKey.Vendor.Name, part)]
                : [(CapKey.Vendor.Name, part[..slash]), (CapKey.Source.Name, part[(slash + 1)..])];
        }

        return [.. cap.By.Zip(part.Split(Between), static (key, text) => (key.Name, ValueOf(text)))];
    }

    /// <summary>The limit of a counter.</summary>
    /// <param name="cap">The cap.</param>
    /// <param name="part">Its name.</param>
    internal static CapLimit LimitOf(Cap cap, string? part) =>
        cap.Limits.Count > 0 && Read(cap, part) is [(_, { } value)] && cap.Limits.TryGetValue(value, out var own) ? own : cap.Limit;

    private static string? Of(Cap cap, VendorId vendor, string? source, Func<CapKey, string> ofField) => cap.By switch
    {
        [] => null,
        [var only] when only == CapKey.Vendor => vendor.ToString(),
        [var only] when only == CapKey.Source => $"{vendor}{Between}{source}",
        var keys => string.Join(Between, keys.Select(key =>
            key == CapKey.Vendor ? $"{ValueMark}{vendor}"
            : key == CapKey.Source ? source is null ? Unknown : $"{ValueMark}{Escaped(source)}"
            : ofField(key))),
    };

    private static string? ValueOf(string text) =>
        text == Unknown ? null : text.StartsWith(ValueMark) ? Uri.UnescapeDataString(text[1..]) : text;

    private static string OfField(Cap cap, CapKey key, Lead lead, IdentityHasher hasher)
    {
        var operand = key.Field!;
        var value = operand.Read(lead);
        if (!value.IsValid)
        {
            return Unknown;
        }

        var text = operand.Type.CanonicalText(in value);
        return IsTold(operand, lead) && SourceLabel.Of(text) is not (null or SourceLabel.Withheld) ? $"{ValueMark}{Escaped(text)}"
            : cap.Limits.ContainsKey(text) ? $"{ValueMark}{Escaped(text.ToLowerInvariant())}"
            : $"{HashMark}{hasher.Keyed("cap", key.Name, text.ToLowerInvariant())[..HashDigits]}";
    }

    /// <summary>Whether values of an operand say nothing about who a person is, and are not whatever somebody likes to write.</summary>
    private static bool IsTold(FieldOperand operand, Lead lead) =>
        operand.Type.Kind is ValueKind.Flag or ValueKind.Weekday or ValueKind.Number
        || operand.Type is StateType or CountryType or PostalCodeType or GenderType
        || (operand is { Part: not null, Slot: >= 0 } && lead.Layout.Fields[operand.Slot].Type is PhoneType);

    private static string Escaped(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
}
