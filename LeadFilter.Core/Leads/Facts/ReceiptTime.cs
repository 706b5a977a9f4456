using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Leads.Facts;

/// <summary>
/// When the lead was received, as conditions read it: like <c>created_at</c>, but by the filter's clock. A campaign's own field or alias
/// of the same name takes precedence.
/// </summary>
public static class ReceiptTime
{
    /// <summary>Its name.</summary>
    public const string Name = "received_at";

    /// <summary>The parts that it has. Its age is always 0.</summary>
    public static readonly IReadOnlyList<string> PartNames = ["date", "time", "hour", "weekday"];

    private const string LikeField = "created_at";

    /// <summary>It and its parts, by the names in conditions.</summary>
    public static IEnumerable<string> Paths => PartNames.Select(static part => $"{Name}.{part}").Prepend(Name);

    /// <summary>Finds it, or a part of it.</summary>
    /// <param name="layout">The campaign's fields.</param>
    /// <param name="path">The name, in any case.</param>
    /// <returns>Null if the name means something else.</returns>
    internal static FieldOperand? In(FieldLayout layout, string path)
    {
        if (!path.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
            || layout.TryFind(Name, out _)
            || !layout.TryFind(LikeField, out var slot))
        {
            return null;
        }

        var type = layout.Fields[slot].Type;
        if (path.Length == Name.Length)
        {
            return FieldOperand.OfLead(Name, type, Of);
        }

        var part = path[Name.Length] == '.'
            ? type.Parts.FirstOrDefault(part =>
                PartNames.Contains(part.Name) && part.Name.Equals(path[(Name.Length + 1)..], StringComparison.OrdinalIgnoreCase))
            : null;
        return part is null
            ? null
            : FieldOperand.OfLead($"{Name}.{part.Name}", part.Type, ReadBy(part.Read), zone => ReadBy(part.ReadIn!(zone)));
    }

    private static Func<Lead, FieldValue> ReadBy(PartReader read) => lead =>
    {
        var whole = Of(lead);
        return read(in whole, lead.ReceivedAt);
    };

    private static FieldValue Of(Lead lead) => FieldValue.OfNumber("", lead.ReceivedAt.ToUnixTimeMilliseconds());
}
