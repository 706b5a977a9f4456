using LeadFilter.Core.Files;

namespace LeadFilter.Core.Permissions;

/// <summary>Reads an address that is to be called from a file. Whether it really may be is found when it is called.</summary>
internal static class OutsideAddress
{
    /// <summary>Reads an address.</summary>
    /// <param name="node">Where it stands; null if it does not.</param>
    /// <param name="what">What is sent there, such as <c>leads</c>.</param>
    /// <param name="destinations">Which addresses may be called: a host that surely may not is a warning.</param>
    /// <param name="mistakes">Where to say what is wrong.</param>
    public static Uri? Read(FileNode? node, string what, Destinations destinations, MistakeList mistakes)
    {
        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || address.UserInfo.Length > 0
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            mistakes.Add(
                node!,
                $"{what} cannot be sent to this address",
                "Write an https address (http only for localhost), without user and password");
            return null;
        }

        if (destinations.SurelyRefuse(address.Host))
        {
            mistakes.Warn(
                node!,
                "this host is not on the public internet, so the filter does not call it",
                $"Have the operator name it in the setting {Destinations.SettingName}, such as {address.Host}");
        }

        return address;
    }
}
