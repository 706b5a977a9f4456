using System.Buffers;
using LeadFilter.Core.Fields.Web;

namespace LeadFilter.Core.Fields.Emails;

/// <summary>
/// An e-mail address as people have them: a dot-atom, <c>@</c> and a domain whose top-level domain exists (RFC 5321, section 4.1.2;
/// RFC 5322, section 3.2.3); no quoted user names, comments or address literals. Canonical is lower case, with the domain in punycode.
/// </summary>
public sealed class EmailType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly EmailType Instance = new();

    /// <summary>The most characters that an address has (RFC 3696, erratum 1690).</summary>
    internal const int MaxCharacters = 254;

    // RFC 5321, section 4.5.3.1.
    private const int MaxUserCharacters = 64;

    private static readonly SearchValues<char> UserCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    private EmailType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "email";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override bool TellsPersonsApart => true;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => EmailParts.All;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        Span<char> joined = stackalloc char[AddressText.Room];
        var address = AddressText.Bare(raw, joined);
        var at = address.LastIndexOf('@');
        if (at < 0)
        {
            return FieldValue.Invalid(raw, "no @");
        }

        Span<char> canonical = stackalloc char[MaxUserCharacters + 1 + HostName.MaxCharacters];
        if (WhyNoUser(address[..at]) is { } why)
        {
            return FieldValue.Invalid(raw, why);
        }

        var length = address[..at].ToLowerInvariant(canonical);
        canonical[length++] = '@';
        if (!HostName.TryWrite(address[(at + 1)..], canonical[length..], out var domainLength)
            || canonical.Slice(length, domainLength).Contains('_'))
        {
            return FieldValue.Invalid(raw, "not a domain");
        }

        if (!HostName.HasTopLevelDomain(canonical.Slice(length, domainLength)))
        {
            return FieldValue.Invalid(raw, "no top-level domain");
        }

        if (!MailDomains.HasEnding(canonical.Slice(length, domainLength)))
        {
            return FieldValue.Invalid(raw, "no such ending");
        }

        length += domainLength;
        return length <= MaxCharacters ? Canonical(raw, address, canonical[..length], at) : FieldValue.Invalid(raw, "too long");
    }

    private static FieldValue Canonical(string raw, ReadOnlySpan<char> address, ReadOnlySpan<char> canonical, int at) =>
        address.SequenceEqual(canonical) && address.Overlaps(raw, out var offset)
            ? FieldValue.Slice(raw, raw, -offset, address.Length, at)
            : FieldValue.Valid(raw, canonical.ToString(), at);

    private static string? WhyNoUser(ReadOnlySpan<char> user) =>
        user.IsEmpty ? "nothing before the @"
        : user.Contains('@') ? "more than one @"
        : user.Length > MaxUserCharacters ? "too long before the @"
        : user.ContainsAnyExcept(UserCharacters) ? "character not allowed before the @"
        : user is ['.', ..] or [.., '.'] || user.IndexOf("..") >= 0 ? "dot not allowed there"
        : null;
}
