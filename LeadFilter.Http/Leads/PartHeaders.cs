using System.Text;

namespace LeadFilter.Http.Leads;

/// <summary>What the headers of a part of a multipart form say.</summary>
/// <param name="Name">The field's name; null if there is none.</param>
/// <param name="IsFile">Whether the part is a file.</param>
/// <param name="IsEncoded">Whether it has a transfer encoding of its own, which RFC 7578 (section 4.7) forbids.</param>
/// <param name="Charset">The encoding of its text.</param>
internal readonly record struct PartHeaders(string? Name, bool IsFile, bool IsEncoded, BodyCharset Charset)
{
    /// <summary>Reads headers.</summary>
    /// <param name="part">The part behind its boundary line; its content afterwards.</param>
    /// <param name="charset">The encoding that the body's headers say.</param>
    public static PartHeaders Read(ref ReadOnlySpan<byte> part, BodyCharset charset)
    {
        var headers = new PartHeaders(null, false, false, charset);
        for (var isBoundary = true; ; isBoundary = false)
        {
            var end = part.IndexOf((byte)'\n');
            var line = (end < 0 ? part : part[..end]).Trim(" \t\r"u8);
            part = end < 0 ? [] : part[(end + 1)..];
            if (end < 0 || (line.IsEmpty && !isBoundary))
            {
                return headers;
            }

            headers = headers.With(line, charset);
        }
    }

    private PartHeaders With(ReadOnlySpan<byte> line, BodyCharset charset)
    {
        var colon = line.IndexOf((byte)':');
        if (colon < 0)
        {
            return this;
        }

        var header = line[..colon].Trim((byte)' ');
        var value = line[(colon + 1)..].Trim((byte)' ');
        if (Ascii.EqualsIgnoreCase(header, "content-disposition"u8))
        {
            return this with
            {
                Name = Parameter(value, "name="u8, charset),
                IsFile = Parameter(value, "filename="u8, charset) is not null || Parameter(value, "filename*="u8, charset) is not null,
            };
        }

        if (Ascii.EqualsIgnoreCase(header, "content-transfer-encoding"u8))
        {
            return this with
            {
                IsEncoded = !Ascii.EqualsIgnoreCase(value, "7bit"u8) && !Ascii.EqualsIgnoreCase(value, "8bit"u8)
                    && !Ascii.EqualsIgnoreCase(value, "binary"u8),
            };
        }

        return Ascii.EqualsIgnoreCase(header, "content-type"u8)
            && Parameter(value, "charset="u8, charset) is { } name
            && BodyFormats.TryTellCharset(name, out var own)
            ? this with { Charset = own }
            : this;
    }

    /// <summary>A parameter of a header's value; null if it is not there.</summary>
    private static string? Parameter(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name, BodyCharset charset)
    {
        while (value.IndexOf((byte)';') is >= 0 and var at)
        {
            value = value[(at + 1)..].TrimStart((byte)' ');
            var isIt = value.Length >= name.Length && Ascii.EqualsIgnoreCase(value[..name.Length], name);
            var equals = value.IndexOf((byte)'=');
            if (equals < 0)
            {
                return null;
            }

            var isQuoted = value[(equals + 1)..] is [(byte)'"', ..];
            var text = value[(equals + (isQuoted ? 2 : 1))..];
            var end = isQuoted ? EndOfQuote(text) : text.IndexOfAny((byte)';', (byte)' ');
            end = end < 0 ? text.Length : end;
            if (isIt)
            {
                return FormText.TryRead(text[..end], charset, out var read) ? Unescaped(read) : Encoding.Latin1.GetString(text[..end]);
            }

            value = text[end..];
        }

        return null;
    }

    private static int EndOfQuote(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                return at;
            }

            at += text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '"' ? 1 : 0;
        }

        return -1;
    }

    // Browsers escape by percent signs (HTML, section 4.10.21.8), others by a backslash.
    private static string Unescaped(string name) => name
        .Replace("\\\"", "\"", StringComparison.Ordinal)
        .Replace("%22", "\"", StringComparison.OrdinalIgnoreCase)
        .Replace("%0D%0A", "\r\n", StringComparison.OrdinalIgnoreCase);
}
