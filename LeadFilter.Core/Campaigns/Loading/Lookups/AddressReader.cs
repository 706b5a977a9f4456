using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>Reads a look-up's address. Its scheme, host and port stand in the file; no lead can change them.</summary>
internal sealed class AddressReader(TemplateReader templates, MistakeList mistakes)
{
    private const string Remedy =
        "Write an https address with the provider's host name, such as https://api.example.com/v1/phones/{phone_1}";

    /// <summary>Reads it.</summary>
    /// <param name="node">The key <c>url</c>.</param>
    /// <returns>The template, and the scheme, host and port; null after a mistake.</returns>
    public (LeadTemplate Template, string Authority)? Read(FileNode? node)
    {
        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (WhatIsWrong(text) is { } wrong)
        {
            mistakes.Add(node!, wrong, Remedy);
            return null;
        }

        if (templates.Read(node!, mayLack: false) is not { } template)
        {
            return null;
        }

        var sample = string.Concat(template.Parts.Select(static part => part.Field is null ? part.Literal : "0"));
        if (!Uri.TryCreate(sample, UriKind.Absolute, out var address)
            || address.AbsoluteUri is not { } canonical
            || PathOf(canonical) != PathOf(sample))
        {
            mistakes.Add(
                node!,
                "this address cannot be called as it is written",
                "Percent-encode what is not plain in the path, and leave out /./ and /../");
            return null;
        }

        return (template, address.GetLeftPart(UriPartial.Authority));
    }

    private static string? WhatIsWrong(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var start = scheme + 3;
        if (scheme < 0 || text[..scheme] is not ("https" or "http"))
        {
            return "this is not an https address";
        }

        var end = text.AsSpan(start).IndexOfAny('/', '?', '#');
        var authority = end < 0 ? text[start..] : text[start..(start + end)];
        if (authority.Contains('{', StringComparison.Ordinal))
        {
            return "the host is not literal, so a lead could choose who is called";
        }

        if (authority.Contains('@', StringComparison.Ordinal))
        {
            return "this address contains a user name or a password";
        }

        if (text.Any(static c => c is <= ' ' or > '~' or '\\' or '#' or '"' or '<' or '>'))
        {
            return "this address contains a character that is not allowed";
        }

        // What is written must be what is called: 2130706433 and 0x7f.1 are 127.0.0.1, too.
        if (!Uri.TryCreate($"{text[..scheme]}://{authority}", UriKind.Absolute, out var host)
            || !authority.StartsWith(host.Host, StringComparison.OrdinalIgnoreCase))
        {
            return "the host cannot be read";
        }

        if (!host.IsLoopback && (host.HostNameType != UriHostNameType.Dns || !host.Host.Contains('.', StringComparison.Ordinal)))
        {
            return "the host is not a name on the internet";
        }

        return text[..scheme] == "http" && !host.IsLoopback
            ? "http is for this machine only: anybody on the way could read the lead and the secret"
            : null;
    }

    private static string PathOf(string address)
    {
        var path = address.IndexOf('/', address.IndexOf("://", StringComparison.Ordinal) + 3);
        return path < 0 ? "/" : address[path..].Split('?')[0];
    }
}
