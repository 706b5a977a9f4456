using LeadFilter.Core.Campaigns.Loading.Lists;
using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Files;
using LeadFilter.Core.Permissions;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the section <c>delivery</c>.</summary>
internal sealed class DeliveryReader(OperandReader operands, ListReader lists, SecretNames secrets, MistakeList mistakes)
{
    public DeliveryPlan? Read(FileNode? section)
    {
        if (section.AsObject(mistakes) is not { } found)
        {
            return null;
        }

        found.OnlyKeys(mistakes, "type", "url", "secret", "fields", "accepted");
        found.Required("type", mistakes, "Add \"type\": \"webhook\"").AsWord(mistakes, "webhook");
        var urlNode = found.Required("url", mistakes, "Add \"url\": \"https://your-crm.example.com/leads\"");
        var url = urlNode.AsText(mistakes);
        if (url is not null && !IsAddress(url))
        {
            mistakes.Add(
                urlNode!,
                "leads cannot be sent to this address",
                "Write an https address (http only for localhost), without user and password, or a path on this filter's own host such "
                    + "as /demo/crm/leads");
        }

        var secret = secrets.Read(found.Find("secret"), "LEADFILTER_SECRET_CRM", mistakes);
        var accepted = new AcceptanceReader(lists, mistakes).Read(found.Find("accepted"));
        return url is null ? null : new(url, secret, ReadFields(found.Find("fields"))) { Accepted = accepted };
    }

    private Dictionary<string, string>? ReadFields(FileNode? node)
    {
        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        var fields = new Dictionary<string, string>();
        foreach (var (name, target) in node!.Members)
        {
            if (operands.Read(target) is { } operand)
            {
                fields[name] = operand.Path;
            }
        }

        return fields;
    }

    private static bool IsAddress(string url) =>
        (url.StartsWith('/')
            && !url.StartsWith("//", StringComparison.Ordinal)
            && !url.Contains('\\')
            && Uri.TryCreate(url, UriKind.Relative, out _))
        || (Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.UserInfo.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)));
}
