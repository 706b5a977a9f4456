namespace LeadFilter.Core.Fields.Emails;

/// <summary>
/// Which mailbox an address reaches: the same text for all addresses that reach the same one, as far as the provider says.
/// </summary>
internal static class MailIdentity
{
    private const string SubdomainProvider = "fastmail.com";

    /// <summary>The tag of an address: what stands after the first + before the @, at Yahoo after the first hyphen.</summary>
    /// <param name="user">The text before the @.</param>
    /// <param name="domain">What stands after it.</param>
    /// <returns>Where the tag's mark stands; -1 if there is no tag, or nothing before it or in it.</returns>
    public static int TagMark(ReadOnlySpan<char> user, ReadOnlySpan<char> domain)
    {
        var mark = user.IndexOf(MailProvider.Find(domain)?.TagMark ?? MailProvider.UsualTagMark);
        return mark > 0 && mark < user.Length - 1 ? mark : -1;
    }

    /// <summary>Writes the identity.</summary>
    /// <param name="user">What stands before the @, in lower case.</param>
    /// <param name="domain">What stands after it, in lower case.</param>
    /// <param name="destination">Room for the address and 16 characters more.</param>
    /// <returns>How many characters were written.</returns>
    public static int Write(ReadOnlySpan<char> user, ReadOnlySpan<char> domain, Span<char> destination)
    {
        if (SubdomainUser(domain) is var owner && !owner.IsEmpty)
        {
            return Join(owner, SubdomainProvider, destination);
        }

        if (MailProvider.Find(domain) is not { } provider)
        {
            return Join(user, domain, destination);
        }

        var mark = user.IndexOf(provider.TagMark);
        var mailbox = mark > 0 ? user[..mark] : user;
        var length = 0;
        foreach (var c in mailbox)
        {
            if (!provider.Ignored.Contains(c, StringComparison.Ordinal))
            {
                destination[length++] = c;
            }
        }

        return length == 0
            ? Join(mailbox, provider.Domain ?? domain, destination)
            : length + Join([], provider.Domain ?? domain, destination[length..]);
    }

    // Fastmail delivers anything@jane.fastmail.com to jane@fastmail.com.
    private static ReadOnlySpan<char> SubdomainUser(ReadOnlySpan<char> domain) =>
        domain.EndsWith("." + SubdomainProvider) && domain[..^(SubdomainProvider.Length + 1)] is var user && !user.Contains('.')
            ? user
            : default;

    private static int Join(ReadOnlySpan<char> user, ReadOnlySpan<char> domain, Span<char> destination)
    {
        user.CopyTo(destination);
        destination[user.Length] = '@';
        domain.CopyTo(destination[(user.Length + 1)..]);
        return user.Length + 1 + domain.Length;
    }
}
