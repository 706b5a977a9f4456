using System.Buffers;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Files;
using LeadFilter.Core.Permissions;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>Reads how a look-up asks: method, address, query, headers and body. Targets of opt-outs are told in the same way.</summary>
/// <param name="templates">Reads the texts with fields.</param>
/// <param name="secrets">Which settings may be named as secrets.</param>
/// <param name="mistakes">Where to say what is wrong.</param>
/// <param name="asker">What asks, for messages.</param>
/// <param name="subject">What it is asked about, for messages.</param>
/// <param name="example">A field, for messages.</param>
internal sealed class RequestReader(
    TemplateReader templates,
    SecretNames secrets,
    MistakeList mistakes,
    string asker = "look-up",
    string subject = "lead",
    string example = "{phone_1}")
{
    private const int MaxParameters = 30;
    private const string SecretForm =
        "Write { \"secret\": \"THE_SETTINGS_NAME\" }, with \"prefix\": \"Bearer \" or \"basic\": \"USER\" if need be";

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~");

    /// <summary>Headers that belong to the connection or are the filter's own.</summary>
    private static readonly string[] OwnHeaders =
    [
        "accept-encoding", "connection", "content-encoding", "content-length", "content-type", "cookie", "expect", "host", "keep-alive",
        "te", "trailer", "transfer-encoding", "upgrade", "user-agent",
    ];

    private static readonly string[] SecretEndings = ["authorization", "key", "token", "secret", "password"];

    /// <summary>Reads it.</summary>
    /// <param name="node">The look-up.</param>
    public LookupRequestPlan? Read(FileNode node)
    {
        var before = mistakes.Count;
        var address = new AddressReader(templates, mistakes).Read(
            node.Required("url", mistakes, "Add \"url\": \"https://api.example.com/v1/phones/{phone_1}\""));
        var (jsonNode, formNode) = (node.Find("json"), node.Find("form"));
        if (jsonNode is not null && formNode is not null)
        {
            mistakes.Add(formNode, $"a {asker} has one body, 'json' or 'form'", "Remove one of the two");
        }

        if (address is { } asked && SecretsIn(asked.Template))
        {
            mistakes.Add(node.Find("url")!, "a secret must not be in the file", $"Move it to \"query\". {SecretForm}");
        }

        var hasBody = jsonNode is not null || formNode is not null;
        var method = node.Find("method").AsWord(mistakes, "GET", "POST", "PUT") ?? (hasBody ? "POST" : "GET");
        if (method == "GET" && hasBody)
        {
            mistakes.Add(jsonNode ?? formNode!, "a GET has no body", "Write \"method\": \"POST\", or use \"query\"");
        }

        var json = jsonNode.AsObject(mistakes) is null ? null : ReadJson(jsonNode!);
        var form = formNode is null ? null : ReadParameters(formNode, mayBeSecret: false);
        var query = ReadParameters(node.Find("query"), mayBeSecret: true);
        var headers = ReadHeaders(node.Find("headers"));
        if (mistakes.Count > before || address is not { } known)
        {
            return null;
        }

        if (!known.Template.HasFields
            && json?.HasFields != true
            && !query.Concat(form ?? []).Any(static parameter => parameter.Value?.HasFields == true))
        {
            mistakes.Add(
                node,
                $"this {asker} asks the same for every {subject}",
                $"Put a field into the url, the query or the body, such as {example}");
        }

        return new()
        {
            Method = method,
            Address = known.Template,
            Authority = known.Authority,
            Query = query,
            Headers = headers,
            Json = json,
            Form = form,
        };
    }

    /// <summary>Reads the setting with a secret, and how it is sent.</summary>
    private LookupSecret? ReadSecret(FileNode node)
    {
        node.OnlyKeys(mistakes, "secret", "prefix", "basic");
        var setting = secrets.Read(node.Required("secret", mistakes, SecretForm), "LEADFILTER_SECRET_PHONE", mistakes);
        var (prefix, user) = (node.Find("prefix").AsText(mistakes) ?? "", node.Find("basic").AsText(mistakes));
        if (user is not null && (prefix.Length > 0 || !IsPrintable(user) || user.Contains(':', StringComparison.Ordinal)))
        {
            mistakes.Add(
                node.Find("basic")!,
                "this is not a user name for HTTP Basic",
                "Write the user's name without ':', and no 'prefix' beside it");
        }

        if (!IsPrintable(prefix))
        {
            mistakes.Add(node.Find("prefix")!, "this is not allowed in a header", "Write printable ASCII, such as \"Bearer \"");
        }

        return setting is null ? null : new(setting, prefix, user);
    }

    /// <summary>Whether a parameter with constant text in an address's query is called like a secret.</summary>
    private static bool SecretsIn(LeadTemplate address)
    {
        var text = string.Concat(address.Parts.Select(static part => part.Field is null ? part.Literal : "{}"));
        return text.Split('?', 2) is [_, var query]
            && query.Split('&').Any(static pair => pair.Split('=', 2) is [var name, var value]
                && NamesSecret(name)
                && !value.Contains("{}", StringComparison.Ordinal));
    }

    private static bool NamesSecret(string name) => SecretEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool IsPrintable(string text) => text.All(static c => c is >= ' ' and <= '~');

    private List<LookupHeader> ReadHeaders(FileNode? section)
    {
        var headers = new List<LookupHeader>();
        foreach (var (name, node) in section.AsObject(mistakes)?.Members ?? [])
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenCharacters))
            {
                mistakes.Add(node, $"'{name}' is not the name of a header", "Write letters, digits and '-'");
            }
            else if (OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
                || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase))
            {
                mistakes.Add(node, $"the header '{name}' is set by the filter", "Remove it");
            }
            else if (headers.Exists(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                mistakes.Add(node, $"the header '{name}' stands here twice", "Keep one of the two; case does not matter");
            }
            else if (ReadHeader(name, node) is { } header)
            {
                headers.Add(header);
            }
        }

        return headers;
    }

    private LookupHeader? ReadHeader(string name, FileNode node)
    {
        if (node.Kind == FileNodeKind.Object)
        {
            return ReadSecret(node) is { } secret ? new(name, "", secret) : null;
        }

        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (NamesSecret(name))
        {
            mistakes.Add(node, "a secret must not be in the file", SecretForm);
        }
        else if (!IsPrintable(text) || text.Contains('{', StringComparison.Ordinal))
        {
            mistakes.Add(
                node,
                "headers hold constant text only",
                "Write printable ASCII without fields; fields go into the url, the query or the body");
        }

        return new(name, text, null);
    }

    private List<LookupParameter> ReadParameters(FileNode? section, bool mayBeSecret)
    {
        var parameters = new List<LookupParameter>();
        foreach (var (name, node) in section.AsObject(mistakes)?.Members ?? [])
        {
            if (node.Kind == FileNodeKind.Object && mayBeSecret)
            {
                if (ReadSecret(node) is { } secret)
                {
                    parameters.Add(new(name, null, secret));
                }
            }
            else if (node.Kind is FileNodeKind.Number or FileNodeKind.Boolean)
            {
                parameters.Add(new(name, new([new(node.Text, null, false)]), null));
            }
            else if (node.AsText(mistakes) is not null && templates.Read(node, mayLack: true) is { } template)
            {
                if (!template.HasFields && NamesSecret(name))
                {
                    mistakes.Add(
                        node,
                        "a secret must not be in the file",
                        mayBeSecret ? SecretForm : "Send it in a header or in \"query\", as { \"secret\": \"THE_SETTINGS_NAME\" }");
                }

                parameters.Add(new(name, template, null));
            }
        }

        if (parameters.Count > MaxParameters)
        {
            mistakes.Add(section!, $"there are {parameters.Count} parameters", $"Keep them to {MaxParameters}");
        }

        return parameters;
    }

    private JsonTemplate? ReadJson(FileNode node)
    {
        switch (node.Kind)
        {
            case FileNodeKind.Object:
                var members = node.Members.Select(member => KeyValuePair.Create(member.Key, ReadJson(member.Value))).ToList();
                return members.Exists(static member => member.Value is null) ? null : JsonTemplate.Object([.. members!]);
            case FileNodeKind.Array:
                var items = node.Items.Select(ReadJson).ToList();
                return items.Contains(null) ? null : JsonTemplate.Array([.. items!]);
            case FileNodeKind.Text:
                return templates.Read(node, mayLack: true) is { } text ? JsonTemplate.Text(text) : null;
            case FileNodeKind.Null:
                return JsonTemplate.Literal("null");
            default:
                return JsonTemplate.Literal(node.Text);
        }
    }
}
