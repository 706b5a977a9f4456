using System.Diagnostics.CodeAnalysis;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LeadFilter.Http.Answers;

/// <summary>
/// Chooses the format of an answer by <c>Accept</c> (RFC 9110, section 12.5.1): the more specific range tells a format's
/// quality, the higher quality wins, and JSON wins a tie. A list that names <c>text/html</c> is a browser's or a copy of
/// one: it gets JSON, the documented default, if it takes it at all. Items that cannot be read are passed over, and a weight
/// that cannot be read counts as 1.
/// </summary>
public static class AcceptHeader
{
    /// <summary>Chooses the format.</summary>
    /// <param name="request">The request; without an Accept header it gets JSON.</param>
    /// <param name="format">The format.</param>
    /// <param name="problem">On failure, a 406.</param>
    /// <returns>False if the client accepts neither JSON nor XML.</returns>
    public static bool TryChoose(HttpRequest request, out AnswerFormat format, [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(request);
        var choice = Choose(request.Headers.Accept);
        format = choice ?? AnswerFormat.Json;
        problem = choice is null ? Problem.NotAcceptable : null;
        return choice is not null;
    }

    private static AnswerFormat? Choose(StringValues accept)
    {
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] is null or "" or "*/*" or "application/json"))
        {
            return AnswerFormat.Json;
        }

        var ranges = Read(accept);
        var json = QualityOf(ranges, "application/json", Problem.ContentType);
        var xml = QualityOf(ranges, "application/xml");
        var textXml = QualityOf(ranges, "text/xml");
        var isBrowser = ranges.Exists(static range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
        return json > 0 && (isBrowser || (json >= xml && json >= textXml)) ? AnswerFormat.Json
            : xml > 0 && xml >= textXml ? AnswerFormat.Xml
            : textXml > 0 ? AnswerFormat.TextXml
            : null;
    }

    // Item by item: the parser of whole lists tries again at each character behind a mistake, which takes long in a long header.
    private static List<MediaTypeHeaderValue> Read(StringValues accept)
    {
        var ranges = new List<MediaTypeHeaderValue>();
        foreach (var list in accept)
        {
            foreach (var item in new StringTokenizer(list ?? "", [',']))
            {
                if (MediaTypeHeaderValue.TryParse(Whole(item.Trim()), out var range))
                {
                    ranges.Add(range);
                }
            }
        }

        return ranges;
    }

    // What java.net.HttpURLConnection sends, "*; q=.2", and the parser does not read: a bare "*", and a weight without its zero.
    private static StringSegment Whole(StringSegment item)
    {
        if (item.Length > 0 && item[0] == '*' && (item.Length == 1 || item[1] is ';' or ' '))
        {
            item = $"*/*{item.AsSpan(1)}";
        }

        var weight = item.AsSpan().IndexOf("q=.", StringComparison.OrdinalIgnoreCase);
        return weight < 0 ? item : $"{item.AsSpan(0, weight)}q=0.{item.AsSpan(weight + 3)}";
    }

    /// <summary>A format's weight, by the range that names it most exactly; of several the greatest; 0 if it is not accepted.</summary>
    private static double QualityOf(List<MediaTypeHeaderValue> ranges, params ReadOnlySpan<string> names)
    {
        var best = (Exactness: 0, Quality: 0d);
        foreach (var range in ranges)
        {
            foreach (var name in names)
            {
                var heard = (Exactness: ExactnessOf(range, name), Quality: range.Quality ?? 1);
                best = heard.Exactness > 0 && heard.CompareTo(best) > 0 ? heard : best;
            }
        }

        return best.Quality;
    }

    /// <summary>How exactly a range names a media type: 3 by name, 2 by its kind, 1 by anything, 0 not at all.</summary>
    private static int ExactnessOf(MediaTypeHeaderValue range, string name) =>
        range.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase) ? 3
        : range.MatchesAllTypes ? 1
        : range.MatchesAllSubTypes && name.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase) ? 2
        : 0;
}
