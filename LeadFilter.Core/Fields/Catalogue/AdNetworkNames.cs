using System.Collections.Frozen;

namespace LeadFilter.Core.Fields.Catalogue;

/// <summary>
/// How advertising networks send the leads of their own forms: what the person answered as a list of names and values, what the
/// network knows beside it. Sources: Google Ads, "Lead form webhook: implementation" (POST schema and column ids); Meta,
/// "Lead ads: retrieving" (<c>field_data</c>).
/// </summary>
public static class AdNetworkNames
{
    /// <summary>The field in which Google Ads sends the key that the buyer has set for the form.</summary>
    public const string GoogleKey = "google_key";

    // "region" and the like are common words: they mean a standard field only in the list of a network.
    private static readonly FrozenDictionary<string, string> Answers = new Dictionary<string, string>
    {
        ["region"] = "state",
        ["province"] = "state",
        ["company_name"] = "company",
        ["work_email"] = "email",
        ["street"] = "address_1",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Google = new Dictionary<string, string>
    {
        ["lead_id"] = "reference",
        ["gcl_id"] = "click_id",
        ["creative_id"] = "ad_id",
        ["lead_submit_time"] = "created_at",
        [GoogleKey] = "",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Meta = new Dictionary<string, string>
    {
        ["id"] = "reference",
        ["leadgen_id"] = "reference",
        ["created_time"] = "created_at",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The standard field that an answer is; null if the name tells none.</summary>
    /// <param name="name">The answer's name, such as <c>PHONE_NUMBER</c>.</param>
    public static string? OfAnswer(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Answers.TryGetValue(name, out var field) || OtherNames.All.TryGetValue(name.ToLowerInvariant(), out field) ? field : null;
    }

    /// <summary>
    /// The standard fields of what a network sends beside its list, by name; an empty field for what is no part of a lead.
    /// </summary>
    /// <param name="list">The list's name, such as <c>user_column_data</c>.</param>
    public static IReadOnlyDictionary<string, string>? Beside(string list) => list.ToUpperInvariant() switch
    {
        "USER_COLUMN_DATA" => Google,
        "FIELD_DATA" => Meta,
        _ => null,
    };
}
