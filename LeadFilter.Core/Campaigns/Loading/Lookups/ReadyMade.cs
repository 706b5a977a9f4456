using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>
/// Ready-made look-ups: TrustedForm, and the facts that phone and e-mail intelligence commonly give, at the places where they commonly
/// stand.
/// </summary>
internal static class ReadyMade
{
    private static readonly Fact[] Phone =
    [
        Of("valid", BooleanType.Instance), Of("active", BooleanType.Instance), Of("line_type", StringType.Instance),
        Of("carrier", StringType.Instance), Of("country", StringType.Instance), Of("ported", BooleanType.Instance),
        Of("do_not_call", BooleanType.Instance), Of("name_match", BooleanType.Instance), Of("risk_score", NumberType.Instance),
    ];

    private static readonly Fact[] Email =
    [
        Of("valid", BooleanType.Instance), Of("deliverable", BooleanType.Instance), Of("disposable", BooleanType.Instance),
        Of("role", BooleanType.Instance), Of("catch_all", BooleanType.Instance), Of("spam_trap", BooleanType.Instance),
        Of("domain_age_days", NumberType.Instance), Of("name_match", BooleanType.Instance), Of("risk_score", NumberType.Instance),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [TrustedForm.Name, "phone", "email"];

    /// <summary>The facts of a generic one, each at <c>$.NAME</c> unless the campaign says where.</summary>
    /// <param name="use">Its name; null for none.</param>
    public static IReadOnlyList<Fact> FactsOf(string? use) => use switch
    {
        "phone" => Phone,
        "email" => Email,
        _ => [],
    };

    private static Fact Of(string name, FieldType type) => new(name, type, FactPath.Of($"$.{name}"));

    /// <summary>A fact of a ready-made look-up.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">Its type.</param>
    /// <param name="Path">Where it stands.</param>
    public sealed record Fact(string Name, FieldType Type, FactPath Path);
}
