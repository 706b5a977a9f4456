using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Emails;

/// <summary>What can be told from a canonical address. A value's number is the place of its @.</summary>
internal static class EmailParts
{
    private const int MaxExtraCharacters = 16;

    /// <summary>The parts.</summary>
    public static readonly IReadOnlyList<FieldPart> All =
    [
        new("user", StringType.Instance, "The text before the @.", static (in value, _) => value.Part(0, (int)value.Number)),
        new(
            "tag",
            StringType.Instance,
            "The text after the first + (at Yahoo: after the first hyphen) before the @; missing without one.",
            ReadTag),
        new("domain", StringType.Instance, "The text after the @.", ReadDomain),
        new("host", StringType.Instance, "The same as domain.", ReadDomain),
        new("tld", StringType.Instance, "The public suffix of the domain: com, co.uk.", ReadSuffix),
        new(
            "site",
            StringType.Instance,
            "The registrable domain, the public suffix with one more label: example.co.uk; missing if there is none.",
            ReadSite),
        new("identity", StringType.Instance,
            "The mailbox, the same for all addresses that reach it: without what the provider ignores (dots and +tag at Gmail).",
            ReadIdentity),
        new("free", BooleanType.Instance, "Whether anybody can get an address there: free providers and internet access providers.",
            static (in value, _) => Flag(value, MailDomains.IsFree(Domain(value)))),
        new("disposable", BooleanType.Instance, "Whether the domain, or a parent domain, belongs to a disposable mail service.",
            static (in value, _) => Flag(value, MailDomains.IsDisposable(Domain(value)))),
        new("role", BooleanType.Instance, "Whether it is the address of a role rather than of a person: info@, sales@, noreply@.",
            static (in value, _) => Flag(value, MailDomains.IsRole(Mailbox(value)))),
        new("mistyped", BooleanType.Instance, "Whether the domain is a well-known one with a typing error.",
            static (in value, _) => Flag(value, MistypedDomains.Meant(Domain(value)) is not null)),
        new(
            "suggestion",
            StringType.Instance,
            "The address with the well-known domain that was meant: bob@gmail.com for bob@gmial.com; otherwise missing.",
            ReadSuggestion),
        new("mash", BooleanType.Instance, "Whether the text before the @ was typed at random: asdf, qwerty1, aaaa.",
            static (in value, _) => Flag(value, MashedUser.IsMash(Mailbox(value)))),
    ];

    private static FieldValue Flag(in FieldValue value, bool holds) => FieldValue.OfNumber(value.Raw!, holds ? 1 : 0);

    private static ReadOnlySpan<char> User(in FieldValue value) => value.Text[..(int)value.Number];

    private static ReadOnlySpan<char> Domain(in FieldValue value) => value.Text[((int)value.Number + 1)..];

    // The user name without its tag.
    private static ReadOnlySpan<char> Mailbox(in FieldValue value)
    {
        var user = User(value);
        return MailIdentity.TagMark(user, Domain(value)) is > 0 and var mark ? user[..mark] : user;
    }

    private static FieldValue ReadDomain(in FieldValue value, DateTimeOffset receivedAt) => From(value, 0);

    private static FieldValue ReadTag(in FieldValue value, DateTimeOffset receivedAt)
    {
        var user = User(value);
        return MailIdentity.TagMark(user, Domain(value)) is > 0 and var mark
            ? value.Part(mark + 1, user.Length - mark - 1)
            : FieldValue.Missing;
    }

    private static FieldValue ReadSuffix(in FieldValue value, DateTimeOffset receivedAt) =>
        From(value, PublicSuffixes.SuffixStart(Domain(value)));

    private static FieldValue ReadSite(in FieldValue value, DateTimeOffset receivedAt)
    {
        var domain = Domain(value);
        var start = PublicSuffixes.SiteStart(domain, PublicSuffixes.SuffixStart(domain));
        return start < 0 ? FieldValue.Missing : From(value, start);
    }

    // The end of the domain.
    private static FieldValue From(in FieldValue value, int start)
    {
        var from = (int)value.Number + 1 + start;
        return value.Part(from, value.Text.Length - from);
    }

    private static FieldValue ReadIdentity(in FieldValue value, DateTimeOffset receivedAt)
    {
        Span<char> identity = stackalloc char[EmailType.MaxCharacters + MaxExtraCharacters];
        identity = identity[..MailIdentity.Write(User(value), Domain(value), identity)];
        return identity.SequenceEqual(value.Text) ? value.Part(0, identity.Length) : FieldValue.Valid(value.Raw!, identity.ToString());
    }

    private static FieldValue ReadSuggestion(in FieldValue value, DateTimeOffset receivedAt) =>
        MistypedDomains.Meant(Domain(value)) is { } meant
            ? FieldValue.Valid(value.Raw!, string.Concat(User(value), "@", meant))
            : FieldValue.Missing;
}
