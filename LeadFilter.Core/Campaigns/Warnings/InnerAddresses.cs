using LeadFilter.Core.Files;
using LeadFilter.Core.Permissions;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>Addresses inside, which are not called unless the operator says so.</summary>
internal static class InnerAddresses
{
    public static void Find(Inspection inspection)
    {
        Look(inspection, inspection.Root.Find("delivery")?.Find("url"));
        foreach (var (_, lookup) in inspection.Root.Find("lookups")?.Members ?? [])
        {
            Look(inspection, lookup.Find("url"));
        }
    }

    private static void Look(Inspection inspection, FileNode? node)
    {
        if (node is { Kind: FileNodeKind.Text }
            && !node.Text.StartsWith('/')
            && HostOf(node.Text) is { } host
            && inspection.Permissions.Destinations.SurelyRefuse(host))
        {
            inspection.Mistakes.Warn(
                node,
                "this host is not on the public internet, so the filter does not call it",
                $"Have the operator name it in the setting {Destinations.SettingName}, such as {host}");
        }
    }

    /// <summary>The host; fields may stand behind it, and no text in braces need be a valid address.</summary>
    private static string? HostOf(string url)
    {
        var end = url.IndexOfAny(['/', '?', '#'], Math.Min(url.IndexOf("://", StringComparison.Ordinal) + 3, url.Length));
        return Uri.TryCreate(end < 0 ? url : url[..end], UriKind.Absolute, out var address) ? address.Host : null;
    }
}
