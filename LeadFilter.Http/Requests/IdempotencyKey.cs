using System.Diagnostics.CodeAnalysis;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Requests;

/// <summary>
/// The header by which a vendor says that two requests are the same: 1 to 255 visible ASCII characters. Quotes around it
/// (draft-ietf-httpapi-idempotency-key-header) are part of it.
/// </summary>
public static class IdempotencyKey
{
    /// <summary>The header's name.</summary>
    public const string HeaderName = "Idempotency-Key";

    /// <summary>The longest key, in characters.</summary>
    public const int MaxLength = 255;

    /// <summary>Reads the key.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The key; null if the request has none.</param>
    /// <param name="problem">On failure, a 400.</param>
    /// <returns>False if there is a header that is no key, or more than one.</returns>
    public static bool TryRead(HttpRequest request, out string? key, [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(request);
        var values = request.Headers[HeaderName];
        key = values.Count == 1 && IsKey(values[0]) ? values[0] : null;
        problem = values.Count == 0 || key is not null
            ? null
            : Problem.UnreadableHeader(
                HeaderName, $"Idempotency-Key must be sent once, with 1 to {MaxLength} visible ASCII characters and no spaces.");
        return problem is null;
    }

    private static bool IsKey(string? text) =>
        text is { Length: >= 1 and <= MaxLength } && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}
