using LeadFilter.Core.Campaigns;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>
/// A call to a CRM, or to whoever gets a notice, the same for each of its tries but for the time stamp. No record: a record's text
/// would show the secret.
/// </summary>
/// <param name="address">Where.</param>
/// <param name="key">The idempotency key: visible ASCII characters.</param>
/// <param name="body">The body.</param>
/// <param name="secret">The secret for the signature; null for none.</param>
internal sealed class WebhookCall(Uri address, string key, ReadOnlyMemory<byte> body, string? secret)
{
    public Uri Address { get; } = address;

    public string Key { get; } = key;

    public ReadOnlyMemory<byte> Body { get; } = body;

    public string? Secret { get; } = secret;

    /// <summary>What the answer must say; null if its status says all.</summary>
    public AcceptancePlan? Accepted { get; init; }

    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>The body's media type; null if there is no body.</summary>
    public string? MediaType { get; init; } = "application/json";

    /// <summary>Headers beside those that every call has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
