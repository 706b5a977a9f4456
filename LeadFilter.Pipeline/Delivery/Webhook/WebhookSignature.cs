using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>
/// Proves to the CRM that a call comes from this filter and when, with HMAC-SHA-256 (RFC 2104, FIPS 180-4). The first version covers the
/// time and the body; the second one covers the idempotency key, too, so that nobody can send a call again under another key.
/// </summary>
internal static class WebhookSignature
{
    /// <summary>The header of the first version.</summary>
    public const string Header = "LeadFilter-Signature";

    /// <summary>The header of the second version: one of its own, since receivers compare the whole value of the first.</summary>
    public const string KeyedHeader = "LeadFilter-Signature-V2";

    private const string Scheme = "v1=";
    private const string KeyedScheme = "v2=";

    /// <summary>The first version: over the time in Unix seconds, a full stop and the body.</summary>
    /// <param name="secret">The shared secret; taken as UTF-8.</param>
    /// <param name="timestamp">The time, as the time stamp header says it.</param>
    /// <param name="body">The body.</param>
    public static string Of(string secret, long timestamp, ReadOnlySpan<byte> body) =>
        Scheme + Sign(secret, string.Create(CultureInfo.InvariantCulture, $"{timestamp}."), body);

    /// <summary>
    /// The second version: over <c>v2</c>, the time, the idempotency key and the body, with a full stop between each two. It begins with
    /// its version, so that neither version's signature can be taken for the other's.
    /// </summary>
    /// <param name="secret">The shared secret; taken as UTF-8.</param>
    /// <param name="timestamp">The time, as the time stamp header says it.</param>
    /// <param name="key">The idempotency key, as its header says it.</param>
    /// <param name="body">The body.</param>
    public static string OfKeyed(string secret, long timestamp, string key, ReadOnlySpan<byte> body) =>
        KeyedScheme + Sign(secret, string.Create(CultureInfo.InvariantCulture, $"v2.{timestamp}.{key}."), body);

    private static string Sign(string secret, string head, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(head));
        hmac.AppendData(body);
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hmac.GetHashAndReset(signature);
        return Convert.ToHexStringLower(signature);
    }
}
