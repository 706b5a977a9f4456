using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Requests;

/// <summary>Reads the query parameters of listings, such as <c>limit</c>, <c>from</c> and <c>after</c>.</summary>
public static class QueryParameter
{
    private const string DryRun = "dry_run";

    // An instant without an offset would depend on somebody's time zone.
    private static readonly string[] InstantForms = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK"];

    /// <summary>Reads a text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="text">The text; null if it is not there or empty.</param>
    /// <param name="problem">On failure, a 400.</param>
    /// <returns>False if the parameter is there twice.</returns>
    public static bool TryReadText(HttpRequest request, string name, out string? text, [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(request);
        var values = request.Query[name];
        text = values.Count == 1 && values[0] is { Length: > 0 } only ? only : null;
        problem = values.Count > 1
            ? Problem.UnreadableParameter(name, $"The parameter '{name}' is there {values.Count} times. Send it once.")
            : null;
        return problem is null;
    }

    /// <summary>Reads whether a request only wants to know what would happen: <c>dry_run</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isTrying">Whether it does.</param>
    /// <param name="problem">On failure, a 400.</param>
    /// <returns>False if the parameter is neither true nor false.</returns>
    public static bool TryReadDryRun(HttpRequest request, out bool isTrying, [NotNullWhen(false)] out Problem? problem)
    {
        isTrying = false;
        if (!TryReadText(request, DryRun, out var text, out problem))
        {
            return false;
        }

        isTrying = text == "true";
        problem = text is null or "true" or "false"
            ? null
            : Problem.UnreadableParameter(DryRun, $"The parameter '{DryRun}' must be true or false.");
        return problem is null;
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="range">The least and the greatest number that is allowed.</param>
    /// <param name="fallback">The number if the parameter is not there.</param>
    /// <param name="number">The number.</param>
    /// <param name="problem">On failure, a 400.</param>
    /// <returns>False if the parameter is no such number, or is there twice.</returns>
    public static bool TryReadNumber(
        HttpRequest request, string name, (int Min, int Max) range, int fallback, out int number, [NotNullWhen(false)] out Problem? problem)
    {
        number = fallback;
        if (!TryReadText(request, name, out var text, out problem) || text is null)
        {
            return problem is null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            && number >= range.Min && number <= range.Max)
        {
            return true;
        }

        problem = Problem.UnreadableParameter(name, $"The parameter '{name}' must be a whole number from {range.Min} to {range.Max}.");
        return false;
    }

    /// <summary>Reads an instant in ISO 8601 with seconds or minutes and an offset, such as <c>2026-11-01T12:00:00Z</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="instant">The instant; null if the parameter is not there.</param>
    /// <param name="problem">On failure, a 400.</param>
    /// <returns>False if the parameter is no instant, or is there twice.</returns>
    public static bool TryReadInstant(
        HttpRequest request, string name, out DateTimeOffset? instant, [NotNullWhen(false)] out Problem? problem)
    {
        instant = null;
        if (!TryReadText(request, name, out var text, out problem) || text is null)
        {
            return problem is null;
        }

        // A plus sign that was not percent-encoded has become a space.
        text = text.Replace(' ', '+');
        if ((text[^1] is 'Z' || text.AsSpan()[^Math.Min(6, text.Length)..].IndexOfAny('+', '-') == 0)
            && DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            instant = read.ToUniversalTime();
            return true;
        }

        problem = Problem.UnreadableParameter(name, $"The parameter '{name}' must be an instant such as 2026-11-01T12:00:00Z.");
        return false;
    }
}
