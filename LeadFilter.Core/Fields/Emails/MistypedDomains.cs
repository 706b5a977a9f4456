using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Emails;

/// <summary>Finds the well-known domain that a mistyped one was meant to be: gmail.com for gmial.com, gmail.con or gmailc.om.</summary>
internal static class MistypedDomains
{
    private static readonly WellKnownDomain[] WellKnown = [.. WellKnownDomain.All];

    // Other people's domains, though they are near.
    private static readonly TextSet Right = new(static () => RightDomains);

    private static ReadOnlySpan<byte> RightDomains =>
        """
        cloud.com
        email.com
        mail.com
        outlook.co
        yahoo.jp
        """u8;

    /// <summary>Finds the domain that was meant.</summary>
    /// <param name="domain">A domain in lower case and ASCII.</param>
    /// <returns>Null if the domain is well known itself, somebody's own, or near no other.</returns>
    public static string? Meant(ReadOnlySpan<char> domain)
    {
        foreach (var wellKnown in WellKnown)
        {
            if (domain.SequenceEqual(wellKnown.Name))
            {
                return null;
            }
        }

        return Frequent(domain) ?? (Nearest(domain) is { } near && !Right.Contains(domain) && !MailDomains.IsFree(domain) ? near : null);
    }

    // Errors that are made often and are more than one letter's, or at a name too short to tell.
    private static string? Frequent(ReadOnlySpan<char> domain) => domain switch
    {
        "gmailcom.com" or "gmail.net" or "gmail.org" or "gmail.us" or "gmail.ca" or "gmail.uk" or "gmail.co.uk" => "gmail.com",
        "icould.com" => "icloud.com",
        "hotmailcom.com" => "hotmail.com",
        "yahoocom.com" => "yahoo.com",
        "aoll.com" or "aol.co" or "aol.cm" => "aol.com",
        "msn.co" or "msn.cm" => "msn.com",
        _ => null,
    };

    private static string? Nearest(ReadOnlySpan<char> domain)
    {
        var dot = domain.IndexOf('.');
        var label = domain[..dot];
        var rest = domain[(dot + 1)..];
        var isNoEnding = rest is "com.com" || (!rest.Contains('.') && !PublicSuffixes.IsTopLevel(rest));
        var isMistypedEnding = isNoEnding || rest is "co" or "cm" or "om" or "ne" or "et";
        foreach (var candidate in WellKnown)
        {
            // gmailc.om
            if (rest is "om" && candidate.Rest == "com" && label is [.. var before, 'c'] && before.SequenceEqual(candidate.Label))
            {
                return candidate.Name;
            }

            if (isMistypedEnding
                ? (candidate.IsDistinctive || isNoEnding) && IsNearly(label, candidate)
                : candidate.IsDistinctive && rest.SequenceEqual(candidate.Rest) && TypingError.IsOneApart(label, candidate.Label))
            {
                return candidate.Name;
            }
        }

        return null;
    }

    private static bool IsNearly(ReadOnlySpan<char> label, WellKnownDomain candidate) =>
        label.SequenceEqual(candidate.Label) || (candidate.IsDistinctive && TypingError.IsOneApart(label, candidate.Label));
}
