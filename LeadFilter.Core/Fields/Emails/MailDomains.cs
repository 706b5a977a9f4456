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

    /// <summary>Whether a user name is that of an office, such as <c>info</c> or <c>no-reply</c>.</summary>
    /// <param name="user">The user name in lower case, without a tag.</param>
    public static bool IsRole(ReadOnlySpan<char> user) => Roles.Contains(user);
}
