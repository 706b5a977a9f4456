using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Emails;
using LeadFilter.Core.Fields.Lists;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Fields.Places.Postal;
using LeadFilter.Core.Fields.Places.Streets;
using LeadFilter.Core.Fields.Web;

namespace LeadFilter.Core.Suppression;

/// <summary>Whom an entry of a suppression list means, in one text for all ways of writing it. It holds personal data.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Text">
/// The canonical text: the mailbox of an e-mail address (<c>email.identity</c>), a number in E.164, a registrable domain, or
/// <c>STREET|POSTAL CODE</c>.
/// </param>
/// <param name="Others">
/// Other texts that those who hash their lists take for canonical: the whole address in lower case; the number without its
/// plus sign, and of North America the ten digits.
/// </param>
public sealed record SuppressionIdentity(SuppressionKind Kind, string Text, IReadOnlyList<string> Others)
{
    private const int NorthAmericanLength = 12;
    private static readonly FieldPart Mailbox = EmailType.Instance.Parts.First(static part => part.Name == "identity");

    /// <summary>The text under which entries were stored until 2026-11-30; null if it is the same. They still count.</summary>
    public string? Former { get; init; }

    /// <summary>Reads a value as lists have them.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="raw">An e-mail address; a number; a domain, web or e-mail address; or a street, a comma and a postal code.</param>
    /// <param name="identity">Whom it means.</param>
    /// <param name="why">Why it means nobody, without the value.</param>
    public static bool TryRead(
        SuppressionKind kind, string raw, [NotNullWhen(true)] out SuppressionIdentity? identity, [NotNullWhen(false)] out string? why)
    {
        ArgumentNullException.ThrowIfNull(raw);
        (identity, why) = kind switch
        {
            SuppressionKind.Email => Read(EmailType.Instance.Standardize(raw), static value => OfEmail(in value)),
            SuppressionKind.Phone => Read(PhoneType.Instance.Standardize(raw), static value => OfPhone(in value)),
            SuppressionKind.Domain => ReadDomain(raw.Trim()),
            _ => ReadAddress(raw),
        };
        return identity is not null;
    }

    /// <summary>The mailbox of an e-mail address.</summary>
    /// <param name="email">A valid address.</param>
    public static SuppressionIdentity OfEmail(in FieldValue email)
    {
        var address = email.TextString;
        var mailbox = Mailbox.Read(in email, default).TextString;
        return new(SuppressionKind.Email, mailbox, mailbox == address ? [] : [address]);
    }

    /// <summary>A telephone number.</summary>
    /// <param name="phone">A valid number.</param>
    public static SuppressionIdentity OfPhone(in FieldValue phone)
    {
        var number = phone.TextString;
        return new(
            SuppressionKind.Phone,
            number,
            number.StartsWith("+1", StringComparison.Ordinal) && number.Length == NorthAmericanLength
                ? [number[1..], number[2..]]
                : [number[1..]]);
    }

    /// <summary>A host's registrable domain.</summary>
    /// <param name="host">The host.</param>
    /// <returns>Null if it is no name, or anybody may register names under it.</returns>
    public static SuppressionIdentity? OfHost(ReadOnlySpan<char> host)
    {
        Span<char> name = stackalloc char[HostName.MaxCharacters];
        if (!HostName.TryWrite(host, name, out var length) || !HostName.HasTopLevelDomain(name[..length]))
        {
            return null;
        }

        var domain = name[..length];
        var start = PublicSuffixes.SiteStart(domain, PublicSuffixes.SuffixStart(domain));
        return start < 0 ? null : new(SuppressionKind.Domain, domain[start..].ToString(), []);
    }

    /// <summary>A postal address.</summary>
    /// <param name="street">The street with its number; and the flat, if it is known.</param>
    /// <param name="postalCode">A valid postal code.</param>
    /// <returns>Null if the street says nothing.</returns>
    public static SuppressionIdentity? OfAddress(string street, in FieldValue postalCode)
    {
        var canonical = StreetType.Instance.Standardize(street);
        if (!canonical.IsValid || StreetIdentity.Of(canonical.Text) is not { Length: > 0 } words)
        {
            return null;
        }

        var (area, former) = (Area(in postalCode).ToString(), FormerStreetIdentity.Of(canonical.Text));
        return new(SuppressionKind.Address, $"{words}|{area}", []) { Former = former == words ? null : $"{former}|{area}" };
    }

    /// <summary>Not the person.</summary>
    public override string ToString() => $"({SuppressionKindName.Of(Kind)})";

    // Four more digits of a ZIP code are known to few, and say no more than street and number do.
    private static ReadOnlySpan<char> Area(in FieldValue postalCode) =>
        char.IsAsciiDigit(postalCode.Text[0]) && postalCode.Text.IndexOf('-') is > 0 and var hyphen
            ? postalCode.Text[..hyphen]
            : postalCode.Text;

    private static (SuppressionIdentity?, string?) Read(FieldValue value, Func<FieldValue, SuppressionIdentity> of) =>
        value.IsValid ? (of(value), null) : (null, value.Why ?? "blank");

    private static (SuppressionIdentity?, string?) ReadDomain(string raw)
    {
        if (raw.Length == 0)
        {
            return (null, "blank");
        }

        var host = raw.AsSpan(raw.LastIndexOf('@') + 1);
        if (raw.Contains("://", StringComparison.Ordinal) && UrlType.Instance.Standardize(raw) is { IsValid: true } url)
        {
            host = UrlType.Instance.Parts.First(static part => part.Name == "host").Read(in url, default).Text;
        }

        // As lists have them, too: "*.rival.example", "rival.example." and "rival.example/".
        host = host.StartsWith("*.") ? host[2..] : host.TrimStart('.');
        host = host.IndexOf('/') is >= 0 and var slash ? host[..slash] : host;
        return OfHost(host.TrimEnd('.')) is { } domain ? (domain, null) : (null, "no domain that somebody can own");
    }

    private static (SuppressionIdentity?, string?) ReadAddress(string raw)
    {
        var comma = raw.LastIndexOf(',');
        if (comma < 0)
        {
            return (null, raw.AsSpan().IsWhiteSpace() ? "blank" : "no comma between street and postal code");
        }

        var code = PostalCodeType.Instance.Standardize(raw[(comma + 1)..]);
        return !code.IsValid ? (null, code.Why ?? "no postal code")
            : OfAddress(raw[..comma], in code) is { } address ? (address, null)
            : (null, "no street");
    }
}
