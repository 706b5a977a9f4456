using LeadFilter.Core.Data;

namespace LeadFilter.Core.Fields.Lists;

/// <summary>
/// Where a domain's public suffix begins: the part under which anybody may have a domain, such as <c>com</c>, <c>co.uk</c> or
/// <c>github.io</c>. Source: the public suffix list, both of its sections (docs/data.md).
/// </summary>
internal static class PublicSuffixes
{
    private const int MaxLabels = 7;

    private static readonly TextSet Rules = new(new EmbeddedFile("public-suffixes.txt").Read);
    private static readonly TextSet Wildcards = new(new EmbeddedFile("public-suffix-wildcards.txt").Read);
    private static readonly TextSet Exceptions = new(new EmbeddedFile("public-suffix-exceptions.txt").Read);

    /// <summary>Where the public suffix begins. A last label that the list does not have is one, as the list's own rules say.</summary>
    /// <param name="domain">A domain in lower case and ASCII.</param>
    public static int SuffixStart(ReadOnlySpan<char> domain)
    {
        var suffix = domain.LastIndexOf('.') + 1;
        var (parent, start) = (domain.Length, suffix);

        // No rule has more labels.
        for (var labels = 1; labels <= MaxLabels; labels++)
        {
            var name = domain[start..];
            if (parent < domain.Length && Wildcards.Contains(domain[parent..]))
            {
                if (Exceptions.Contains(name))
                {
                    return parent;
                }

                suffix = start;
            }
            else if (Rules.Contains(name))
            {
                suffix = start;
            }

            if (start == 0)
            {
                break;
            }

            (parent, start) = (start, domain[..(start - 1)].LastIndexOf('.') + 1);
        }

        return suffix;
    }

    /// <summary>Whether a label is a top-level domain that exists.</summary>
    /// <param name="label">A label in lower case and ASCII.</param>
    public static bool IsTopLevel(ReadOnlySpan<char> label) => Rules.Contains(label) || Wildcards.Contains(label);

    /// <summary>Where the registrable domain begins: the public suffix with one more label.</summary>
    /// <param name="domain">A domain in lower case and ASCII.</param>
    /// <param name="suffix">Where its public suffix begins.</param>
    /// <returns>-1 if the domain is itself a public suffix.</returns>
    public static int SiteStart(ReadOnlySpan<char> domain, int suffix) => suffix == 0 ? -1 : domain[..(suffix - 1)].LastIndexOf('.') + 1;
}
