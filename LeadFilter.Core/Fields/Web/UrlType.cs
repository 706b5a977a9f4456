using System.Buffers;
using System.Text;
using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields.Web;

/// <summary>
/// A web address: http or https, a host, and what follows (RFC 3986, RFC 9110 section 4.2). Without a scheme it is read as https if the
/// host has a dot. Canonical: scheme and host in lower case, the host in punycode, without default port and fragment.
/// </summary>
public sealed class UrlType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly UrlType Instance = new();

    private const int MaxCharacters = 8192;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\\<>\"\u007F\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private UrlType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "url";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => UrlParts.All;

    /// <summary>Another form of a character is another page: plain text is only tried where the text is no address.</summary>
    protected override bool ReadsAsSent => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var text = raw.Contains('&', StringComparison.Ordinal) && raw.Contains(';', StringComparison.Ordinal)
            ? HtmlEntity.Decode(raw)
            : raw;
        var value = ReadAddress(text);
        if (!value.IsValid && !PlainText.IsPlain(raw))
        {
            var plain = PlainText.Of(raw);
            value = plain.AsSpan().IsWhiteSpace() ? FieldValue.Blank(raw)
                : !Ascii.IsValid(raw.AsSpan().Trim()) && ReadAddress(plain) is { IsValid: true } meant ? meant
                : value;
        }

        return value.WithRaw(raw);
    }

    private static FieldValue ReadAddress(string raw)
    {
        var text = raw.AsSpan().Trim();
        if (text.Length > MaxCharacters)
        {
            return FieldValue.Invalid(raw, "too long");
        }

        if (text.ContainsAny(Forbidden))
        {
            return FieldValue.Invalid(raw, "character not allowed");
        }

        var fragment = text.IndexOf('#');
        text = (fragment < 0 ? text : text[..fragment]).TrimEnd();
        var rest = WithoutScheme(text, out var scheme);
        if (scheme is "")
        {
            return FieldValue.Invalid(raw, "not http or https");
        }

        if (scheme is not null && HasScheme(rest))
        {
            return FieldValue.Invalid(raw, "two schemes");
        }

        var end = rest.IndexOfAny('/', '?');
        var authority = end < 0 ? rest : rest[..end];
        Span<char> head = stackalloc char[WebAuthority.MaxCharacters + 8];
        var length = scheme is "http" ? 7 : 8;
        (scheme is "http" ? "http://" : "https://").CopyTo(head);
        if (WebAuthority.Write(authority, scheme is not "http", scheme is null, head[length..], out var written) is { } why)
        {
            return FieldValue.Invalid(raw, why);
        }

        return Canonical(raw, text, head[..(length + written)], end < 0 ? default : rest[end..]);
    }

    private static FieldValue Canonical(string raw, ReadOnlySpan<char> text, ReadOnlySpan<char> head, ReadOnlySpan<char> tail)
    {
        var escaped = HasUnseen(tail);
        if (tail is ['/', ..] && !escaped && text.Length == head.Length + tail.Length && text.StartsWith(head)
            && text.Overlaps(raw, out var offset))
        {
            return FieldValue.Slice(raw, raw, -offset, text.Length);
        }

        var canonical = string.Concat(head, tail is ['/', ..] ? "" : "/", tail);
        return FieldValue.Valid(raw, escaped ? Escaped(canonical) : canonical);
    }

    private static bool HasUnseen(ReadOnlySpan<char> tail)
    {
        foreach (var c in tail)
        {
            if (IsUnseen(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnseen(char c) => c <= ' ' || (c >= '\u007F' && (CharacterForms.IsUnseen(c) || char.IsWhiteSpace(c)));

    // Percent-encoded it is the same page (RFC 3987, 3.1), and nothing hides in it or turns the text around it.
    private static string Escaped(string address)
    {
        var text = new StringBuilder(address.Length + 16);
        foreach (var c in address)
        {
            if (IsUnseen(c))
            {
                text.Append(Uri.EscapeDataString(c.ToString()));
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    // https://https://example.com and https://http//example.com: a host called http or https is nobody's.
    private static bool HasScheme(ReadOnlySpan<char> rest) =>
        rest.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && rest[(rest[4..].StartsWith("s", StringComparison.OrdinalIgnoreCase) ? 5 : 4)..] is ['/', ..] or [':', '/', ..] or [];

    // The scheme: http or https; null if there is none; empty if it is another.
    private static ReadOnlySpan<char> WithoutScheme(ReadOnlySpan<char> text, out string? scheme)
    {
        scheme = null;
        if (text.StartsWith("//"))
        {
            scheme = "https";
            return text[2..];
        }

        var end = text.IndexOf("://");
        if (end < 0 || text[..end].ContainsAny('/', '?'))
        {
            return text;
        }

        scheme = text[..end].Equals("http", StringComparison.OrdinalIgnoreCase) ? "http"
            : text[..end].Equals("https", StringComparison.OrdinalIgnoreCase) ? "https"
            : "";
        return text[(end + 3)..];
    }
}
