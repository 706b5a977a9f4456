namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>Results as they are written in logs, metrics and traces.</summary>
internal static class LookupWord
{
    /// <summary>What an answer from memory is called.</summary>
    public const string Cached = "cached";

    private static readonly string[] Words =
    [
        "answered", "timeout", "unreachable", "address_refused", "status", "content_type", "too_large", "unreadable", "wrong_type",
        "fact_missing", "provider_failed", "paused", "busy", "secret_missing", "fields_missing",
    ];

    /// <summary>The word.</summary>
    public static string Of(LookupResult result) => Words[(int)result];
}
