using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>
/// Proves to the CRM that a call comes from this filter and when: HMAC-SHA-256 (RFC 2104, FIPS 180-4) over the time in Unix
/// seconds, a full stop and the body.
/// </summary>
internal static class WebhookSignature
{
    /// <summary>Names the scheme, so that a later one can stand beside it.</summary>
    public const string Scheme = "v1=";

    /// <summary>The signature header's value.</summary>
    /// <param name="secret">The shared secret; taken as UTF-8.</param>
    /// <param name="timestamp">The time, as the time stamp header says it.</param>
    /// <param name="body">The body.</param>
    public static string Of(string secret, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}.")));
        hmac.AppendData(body);
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hmac.GetHashAndReset(signature);
        return Scheme + Convert.ToHexStringLower(signature);
    }
}
