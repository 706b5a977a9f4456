using System.Diagnostics.CodeAnalysis;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Leads;

/// <summary>Tells a body's format from its headers.</summary>
internal static class BodyFormats
{
    /// <summary>Tells the format.</summary>
    /// <param name="request">The request.</param>
    /// <param name="format">The format.</param>
    /// <param name="problem">On failure, a 415.</param>
    public static bool TryTell(HttpRequest request, out BodyFormat format, [NotNullWhen(false)] out Problem? problem)
    {
        format = default;
        problem = null;
        var encoding = request.Headers.ContentEncoding;
        if (encoding.Count > 1 || (encoding.Count == 1 && !IsName(encoding[0], "identity")))
        {
            problem = Problem.UnsupportedBody("The body is compressed. Send it as it is, without Content-Encoding.");
            return false;
        }

        ReadOnlySpan<char> contentType = request.ContentType;
        var typeEnd = contentType.IndexOf(';');
        var type = (typeEnd < 0 ? contentType : contentType[..typeEnd]).Trim();
        if (!TryTellType(type, out format))
        {
            problem = Problem.UnsupportedBody(
                $"{(type.IsEmpty ? "There is no Content-Type." : "This Content-Type is not read.")} {Problem.BodyRemedy}");
            return false;
        }

        if (typeEnd >= 0 && !TryTellCharset(contentType[(typeEnd + 1)..], ref format))
        {
            problem = Problem.UnsupportedBody($"This charset is not read. {Problem.BodyRemedy}");
            return false;
        }

        return true;
    }

    private static bool TryTellType(ReadOnlySpan<char> type, out BodyFormat format)
    {
        format = BodyFormat.Json;
        if (IsName(type, "application/json"))
        {
            return true;
        }

        if (IsName(type, "application/x-www-form-urlencoded"))
        {
            format = BodyFormat.Form;
            return true;
        }

        if (IsName(type, "application/xml") || IsName(type, "text/xml"))
        {
            format = BodyFormat.Xml;
            return true;
        }

        return type.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
            && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private static bool TryTellCharset(ReadOnlySpan<char> parameters, ref BodyFormat format)
    {
        foreach (var part in parameters.Split(';'))
        {
            var parameter = parameters[part].Trim();
            if (!parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var charset = parameter["charset=".Length..].Trim('"');
            if (!IsName(charset, "utf-8") && !IsName(charset, "utf8"))
            {
                return false;
            }

            format = format == BodyFormat.Xml ? BodyFormat.Utf8Xml : format;
        }

        return true;
    }

    private static bool IsName(ReadOnlySpan<char> text, ReadOnlySpan<char> name) =>
        text.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
}
