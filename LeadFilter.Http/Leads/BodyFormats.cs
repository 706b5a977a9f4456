using System.Diagnostics.CodeAnalysis;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Leads;

/// <summary>Tells a body's format from its headers.</summary>
internal static class BodyFormats
{
    /// <summary>Tells the format.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">What its headers say.</param>
    /// <param name="problem">On failure, a 415.</param>
    public static bool TryTell(HttpRequest request, out BodyType type, [NotNullWhen(false)] out Problem? problem)
    {
        type = default;
        problem = null;
        var encoding = request.Headers.ContentEncoding;
        if (encoding.Count > 1 || (encoding.Count == 1 && !IsName(encoding[0], "identity")))
        {
            problem = Problem.UnsupportedBody("The body is compressed. Send it as it is, without Content-Encoding.");
            return false;
        }

        ReadOnlySpan<char> contentType = request.ContentType;
        var typeEnd = contentType.IndexOf(';');
        if (!TryTellFormat((typeEnd < 0 ? contentType : contentType[..typeEnd]).Trim(), out var format))
        {
            problem = Problem.UnsupportedBody($"This Content-Type is not read. {Problem.BodyRemedy}");
            return false;
        }

        type = new(format);
        if (typeEnd >= 0 && !TryTellParameters(contentType[(typeEnd + 1)..], ref type))
        {
            problem = Problem.UnsupportedBody($"This charset is not read. {Problem.BodyRemedy}");
            return false;
        }

        return true;
    }

    /// <summary>Tells an encoding from its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="charset">The encoding.</param>
    public static bool TryTellCharset(ReadOnlySpan<char> name, out BodyCharset charset)
    {
        charset = IsName(name, "utf-8") || IsName(name, "utf8") || IsName(name, "us-ascii") || IsName(name, "ascii")
            ? BodyCharset.Utf8
            : IsName(name, "iso-8859-1") || IsName(name, "iso8859-1") || IsName(name, "latin1") || IsName(name, "windows-1252")
                || IsName(name, "cp1252")
            ? BodyCharset.Windows1252
            : BodyCharset.Unsaid;
        return charset != BodyCharset.Unsaid;
    }

    private static bool TryTellFormat(ReadOnlySpan<char> type, out BodyFormat format)
    {
        var isJson = IsName(type, "application/json")
            || IsName(type, "text/json")
            || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
                && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
        format = isJson ? BodyFormat.Json
            : IsName(type, "application/x-www-form-urlencoded") ? BodyFormat.Form
            : IsName(type, "application/xml") || IsName(type, "text/xml") ? BodyFormat.Xml
            : IsName(type, "multipart/form-data") ? BodyFormat.Multipart
            : BodyFormat.Any;

        // text/plain is what fetch and sendBeacon call a text of which nothing is said.
        return format != BodyFormat.Any || type.IsEmpty || IsName(type, "text/plain");
    }

    private static bool TryTellParameters(ReadOnlySpan<char> parameters, ref BodyType type)
    {
        foreach (var part in parameters.Split(';'))
        {
            var parameter = parameters[part].Trim();
            if (ValueOf(parameter, "charset=") is { IsEmpty: false } name)
            {
                if (!TryTellCharset(name, out var charset))
                {
                    return false;
                }

                type = type with { Charset = charset };
            }
            else if (ValueOf(parameter, "boundary=") is { IsEmpty: false } boundary)
            {
                type = type with { Boundary = boundary.ToString() };
            }
        }

        return true;
    }

    private static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> parameter, string name) =>
        parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? parameter[name.Length..].Trim('"') : [];

    private static bool IsName(ReadOnlySpan<char> text, ReadOnlySpan<char> name) =>
        text.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
}
