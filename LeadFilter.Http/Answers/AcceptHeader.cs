using System.Diagnostics.CodeAnalysis;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LeadFilter.Http.Answers;

/// <summary>
/// Chooses the format of an answer by <c>Accept</c> (RFC 9110, section 12.5.1): the more specific range tells a format's
/// quality, the higher quality wins, and JSON wins a tie. A list that names <c>text/html</c> is a browser's or a copy of
/// one: it gets JSON, the documented default, if it takes it at all.
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

        Preference json = default, xml = default, textXml = default;
        var browser = false;
        foreach (var list in accept)
        {
            foreach (var item in list.AsSpan().Split(','))
            {
                var range = MediaRange.Read(list.AsSpan(item));
                json.Hear(range, "application/json");
                json.Hear(range, Problem.ContentType);
                xml.Hear(range, "application/xml");
                textXml.Hear(range, "text/xml");
                browser |= range.Type.Equals("text/html", StringComparison.OrdinalIgnoreCase);
            }
        }

        if (json.Quality > 0 && (browser || (json.Quality >= xml.Quality && json.Quality >= textXml.Quality)))
        {
            return AnswerFormat.Json;
        }

        var best = xml.Quality >= textXml.Quality ? xml : textXml;
        return best.Quality <= 0 ? null : xml.Quality >= textXml.Quality ? AnswerFormat.Xml : AnswerFormat.TextXml;
    }
}
