using LeadFilter.Core.Data;
using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Emails;

/// <summary>What lists say of a mail domain or user name. Each list is read when it is first asked for. Sources: docs/data.md.</summary>
internal static class MailDomains
{
    // As many labels as throw-away services put before their own domain, with some to spare.
    private const int MaxLabels = 8;

    private static readonly TextSet Disposable = new(new EmbeddedFile("disposable-domains.txt").Read);
    private static readonly TextSet Free = new(new EmbeddedFile("free-mail-domains.txt").Read);
    private static readonly TextSet Roles = new(new EmbeddedFile("office-users.txt").Read);

    /// <summary>Whether anybody can have a mailbox there, for nothing or with internet access.</summary>
    /// <param name="domain">A domain in lower case and ASCII.</param>
    public static bool IsFree(ReadOnlySpan<char> domain) => Free.Contains(domain);

    /// <summary>Whether it, or a domain above it, belongs to a throw-away mail service.</summary>
    /// <param name="domain">A domain in lower case and ASCII.</param>
    public static bool IsDisposable(ReadOnlySpan<char> domain)
    {
        for (var labels = 0; labels < MaxLabels; labels++)
        {
            if (Disposable.Contains(domain))
            {
                return true;
            }

            var dot = domain.IndexOf('.');
            domain = domain[(dot + 1)..];
            if (dot < 0 || !domain.Contains('.'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the top-level domain exists, or the domain is a well-known one with a typing error, so that its suggestion can be read.
    /// <c>example</c> and <c>test</c> are reserved for documentation and tests (RFC 2606), and stay.
    /// </summary>
    /// <param name="domain">A domain in lower case and ASCII, with a dot.</param>
    public static bool HasEnding(ReadOnlySpan<char> domain) =>
        domain[(domain.LastIndexOf('.') + 1)..] is "com" or "net" or "org" or "edu" or "example" or "test"
        || PublicSuffixes.IsTopLevel(domain[(domain.LastIndexOf('.') + 1)..])
        || MistypedDomains.Meant(domain) is not null;

    /// <summary>Whether a user name is that of an office, such as <c>info</c> or <c>no-reply</c>.</summary>
    /// <param name="user">The user name in lower case, without a tag.</param>
    public static bool IsRole(ReadOnlySpan<char> user) => Roles.Contains(user);
}
