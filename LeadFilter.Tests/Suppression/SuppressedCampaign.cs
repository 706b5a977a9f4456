using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Suppression;

/// <summary>The test campaign with suppression lists, and batches for them.</summary>
internal static class SuppressedCampaign
{
    public static readonly string Json = With(
        """
        "suppression": [
          { "list": "customers", "by": [ "email", "phone_1", "address" ], "reason": "existing_customer", "text": "Is a customer already" },
          { "list": "competitors", "by": [ "email.domain" ], "reason": "competitor" },
          { "list": "watched", "by": [ "email" ], "reason": "watched", "mode": "shadow" }
        ],
        """);

    /// <summary>The test campaign with another section before its prices.</summary>
    public static string With(string section, string json = TestCampaign.Json) => json.Replace("\"prices\":", $"{section} \"prices\":", StringComparison.Ordinal);

    public static SuppressionListId List(string name) => SuppressionListId.TryParse(name, out var list) ? list : throw new ArgumentException(name, nameof(name));

    public static SuppressionBatch Batch(string list, SuppressionKind kind, params string[] values) => Batch(list, kind, SuppressionForm.Plain, values);

    public static SuppressionBatch Batch(string list, SuppressionKind kind, SuppressionForm form, params string[] values) =>
        new(List(list), kind, form, [.. values.Select((value, at) => (at + 1L, value))]);
}
