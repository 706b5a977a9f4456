using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Web;

/// <summary>What can be told from a canonical web address.</summary>
internal static class UrlParts
{
    /// <summary>The parts.</summary>
    public static readonly IReadOnlyList<FieldPart> All =
    [
        new("scheme", StringType.Instance, "http or https.", static (in value, _) => value.Part(0, value.Text.IndexOf(':'))),
        new("host", StringType.Instance, "The host: www.example.com.",
            static (in value, _) => value.Part(HostStart(value), HostLength(value))),
        new(
            "domain",
            StringType.Instance,
            "The registrable domain, the public suffix with one more label: example.co.uk; missing if there is none.",
            static (in value, _) => ReadDomain(value)),
        new("tld", StringType.Instance, "The public suffix of the host: com, co.uk; missing for IP addresses.",
            static (in value, _) => ReadSuffix(value)),
        new("path", StringType.Instance, "The path from its slash on: /offer.", static (in value, _) => ReadPath(value)),
        new("query", StringType.Instance, "The text after the question mark; missing without any.",
            static (in value, _) => ReadQuery(value)),
        Parameter("utm_source", "Who sent the visitor."),
        Parameter("utm_medium", "The medium: cpc, email."),
        Parameter("utm_campaign", "For which campaign."),
        Parameter("utm_term", "For which search term."),
        Parameter("utm_content", "By which advertisement."),
        Parameter("utm_id", "The campaign's id."),
        Parameter("gclid", "Google Ads' click."),
        Parameter("gbraid", "Google Ads' click in an app."),
        Parameter("wbraid", "Google Ads' click from an app to the web."),
        Parameter("fbclid", "Facebook's click."),
        Parameter("msclkid", "Microsoft Advertising's click."),
        Parameter("ttclid", "TikTok's click."),
    ];

    private static int HostStart(in FieldValue value) => value.Text[4] == 's' ? 8 : 7;

    private static int HostLength(in FieldValue value)
    {
        var rest = value.Text[HostStart(value)..];
        return rest[0] == '[' ? rest.IndexOf(']') + 1 : rest.IndexOfAny(':', '/');
    }

    private static int PathStart(in FieldValue value) => HostStart(value) + value.Text[HostStart(value)..].IndexOf('/');

    private static FieldPart Parameter(string name, string meaning) => new(
        name,
        StringType.Instance,
        $"The query's {name}, decoded; missing without one. {meaning}",
        (in value, _) => UrlQuery.Find(value, name));

    private static bool IsNamed(ReadOnlySpan<char> host) => host[0] != '[' && !IpAddress.TryParse(host, out _);

    private static FieldValue ReadDomain(in FieldValue value)
    {
        var host = value.Text.Slice(HostStart(value), HostLength(value));
        return IsNamed(host) && PublicSuffixes.SiteStart(host, PublicSuffixes.SuffixStart(host)) is >= 0 and var start
            ? value.Part(HostStart(value) + start, host.Length - start)
            : FieldValue.Missing;
    }

    private static FieldValue ReadSuffix(in FieldValue value)
    {
        var host = value.Text.Slice(HostStart(value), HostLength(value));
        if (!IsNamed(host))
        {
            return FieldValue.Missing;
        }

        var start = PublicSuffixes.SuffixStart(host);
        return value.Part(HostStart(value) + start, host.Length - start);
    }

    private static FieldValue ReadPath(in FieldValue value)
    {
        var start = PathStart(value);
        var length = value.Text[start..].IndexOf('?');
        return value.Part(start, length < 0 ? value.Text.Length - start : length);
    }

    private static FieldValue ReadQuery(in FieldValue value)
    {
        var mark = value.Text.IndexOf('?');
        return mark < 0 || mark == value.Text.Length - 1 ? FieldValue.Missing : value.Part(mark + 1, value.Text.Length - mark - 1);
    }
}
