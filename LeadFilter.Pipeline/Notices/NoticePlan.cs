using LeadFilter.Pipeline.Delivery;

namespace LeadFilter.Pipeline.Notices;

/// <summary>How a notice is handed over now. No record: a record's text would show the secret.</summary>
/// <param name="address">Where.</param>
/// <param name="secret">The secret for the signature, not its setting's name; null if the receiver wants none.</param>
/// <param name="body">The body.</param>
public sealed class NoticePlan(Uri address, string? secret, ReadOnlyMemory<byte> body)
{
    /// <summary>Where.</summary>
    public Uri Address { get; } = address;

    /// <summary>The secret for the signature; null for none.</summary>
    public string? Secret { get; } = secret;

    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>The method.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>The body's media type; null if there is none.</summary>
    public string? MediaType { get; init; } = "application/json";

    /// <summary>Headers beside those that every notice has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Why nothing can be sent now; null if it can.</summary>
    internal DeliveryResult? Obstacle { get; private init; }

    /// <summary>Nothing can be sent now: the notice is tried later.</summary>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="description">Why, in a sentence without personal data.</param>
    public static NoticePlan Later(string reason, string description) =>
        new(Nowhere, null, default) { Obstacle = DeliveryResult.Later(reason, description) };

    private static readonly Uri Nowhere = new("about:blank");
}
