using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Problems;

/// <summary>
/// How large a request's headers and address may be. A server's own limits must be higher, or it answers first, and
/// without a word of explanation.
/// </summary>
public static class RequestLimits
{
    /// <summary>The most bytes that the names and values of all headers take together.</summary>
    public const int MaxHeaderBytes = 16 * 1024;

    /// <summary>The longest path, in characters.</summary>
    public const int MaxPathLength = 2 * 1024;

    /// <summary>The longest query string, in characters, the question mark included.</summary>
    public const int MaxQueryLength = 64 * 1024;

    // ": " and the line break, as on the wire in HTTP/1.1.
    private const int BytesAroundHeader = 4;

    /// <summary>Checks a request before anything else looks at it.</summary>
    /// <param name="request">The request.</param>
    /// <returns>A 414 or 431, or null if the request is within the limits.</returns>
    public static Problem? Check(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (LengthOf(request.PathBase.Value) + LengthOf(request.Path.Value) > MaxPathLength
            || LengthOf(request.QueryString.Value) > MaxQueryLength)
        {
            return Problem.TargetTooLong;
        }

        var bytes = 0;
        foreach (var (name, values) in request.Headers)
        {
            foreach (var value in values)
            {
                bytes += name.Length + LengthOf(value) + BytesAroundHeader;
            }
        }

        return bytes > MaxHeaderBytes ? Problem.HeadersTooLarge : null;
    }

    private static int LengthOf(string? text) => text?.Length ?? 0;
}
