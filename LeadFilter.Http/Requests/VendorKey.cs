using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Requests;

/// <summary>
/// The key with which a vendor proves who it is: 1 to 512 visible ASCII characters, sent as <c>Authorization: Bearer KEY</c>
/// (RFC 6750), as the password of Basic authentication with any user name (RFC 7617), or as <c>X-Api-Key: KEY</c>.
/// Whoever sends it in several ways must send the same key in each: there is no order of precedence to guess.
/// </summary>
public static class VendorKey
{
    /// <summary>The longest key, in characters.</summary>
    public const int MaxLength = 512;

    private const string HeaderName = "X-Api-Key";
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    // Room for a user name beside the longest key.
    private const int MaxBasicBytes = 1024;

    /// <summary>Reads the key. Whether a vendor has it is not looked at.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The key.</param>
    /// <returns>False, for a 401, if there is no key, one that is malformed or too long, or keys that differ.</returns>
    public static bool TryRead(HttpRequest request, [NotNullWhen(true)] out string? key)
    {
        ArgumentNullException.ThrowIfNull(request);
        key = null;
        var authorization = request.Headers.Authorization;
        var header = request.Headers[HeaderName];
        if (authorization.Count > 1 || header.Count > 1)
        {
            return false;
        }

        var authorized = authorization.Count == 0 ? null : OfAuthorization(authorization[0]);
        var named = header.Count == 0 ? null : OfText(header[0]);
        var agree = (authorization.Count == 0 || authorized is not null)
            && (header.Count == 0 || named is not null)
            && (authorized is null || named is null || authorized == named);
        key = agree ? authorized ?? named : null;
        return key is not null;
    }

    /// <summary>Whether the request has a header that is for a key, whatever it holds.</summary>
    /// <param name="request">The request.</param>
    internal static bool IsSent(HttpRequest request) =>
        request.Headers.Authorization.Count > 0 || request.Headers.ContainsKey(HeaderName);

    /// <summary>The key that a text is, without spaces around it; null if it cannot be one.</summary>
    /// <param name="text">The text.</param>
    internal static string? OfText(ReadOnlySpan<char> text)
    {
        var key = text.Trim(' ');
        return key.Length is >= 1 and <= MaxLength && !key.ContainsAnyExceptInRange('!', '~') ? key.ToString() : null;
    }

    private static string? OfAuthorization(ReadOnlySpan<char> header)
    {
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return OfText(header[Bearer.Length..]);
        }

        return header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) ? OfBasic(header[Basic.Length..].Trim(' ')) : null;
    }

    private static string? OfBasic(ReadOnlySpan<char> encoded)
    {
        Span<byte> bytes = stackalloc byte[MaxBasicBytes];
        if (!Convert.TryFromBase64Chars(encoded, bytes, out var count) || bytes[..count].IndexOf((byte)':') is not (>= 0 and var colon))
        {
            return null;
        }

        var password = bytes[(colon + 1)..count];
        Span<char> text = stackalloc char[MaxBasicBytes];
        return Ascii.ToUtf16(password, text, out var length) == OperationStatus.Done ? OfText(text[..length]) : null;
    }
}
