using LeadFilter.Core.Fields.Texts;

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
        new("domain", StringType.Instance, "The host's last two labels: example.com; missing for IP addresses.",
            static (in value, _) => ReadDomain(value)),
        new("path", StringType.Instance, "The path from its slash on: /offer.", static (in value, _) => ReadPath(value)),
        new("query", StringType.Instance, "What stands after the question mark; missing if nothing does.",
            static (in value, _) => ReadQuery(value)),
    ];

    private static int HostStart(in FieldValue value) => value.Text[4] == 's' ? 8 : 7;

    private static int HostLength(in FieldValue value)
    {
        var rest = value.Text[HostStart(value)..];
        return rest[0] == '[' ? rest.IndexOf(']') + 1 : rest.IndexOfAny(':', '/');
    }

    private static int PathStart(in FieldValue value) => HostStart(value) + value.Text[HostStart(value)..].IndexOf('/');

    private static FieldValue ReadDomain(in FieldValue value)
    {
        var host = value.Text.Slice(HostStart(value), HostLength(value));
        if (host[0] == '[' || IpAddress.TryParse(host, out _))
        {
            return FieldValue.Missing;
        }

        var start = HostName.LastLabels(host, 2);
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
