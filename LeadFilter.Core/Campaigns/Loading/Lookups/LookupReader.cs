using System.Text;
using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Permissions;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>Reads one look-up, its facts being known.</summary>
internal sealed class LookupReader(
    ConditionReader conditions, RequestReader requests, TemplateReader templates, SecretNames secrets, MistakeList mistakes)
{
    private const int MinTimeout = 50;
    private const int MaxCacheMinutes = 7 * 24 * 60;
    private const decimal DefaultCacheMinutes = 60;

    private static readonly string[] SharedKeys =
        ["use", "when", "timeoutMs", "cacheMinutes", "onFailure", "reason", "category", "text", "mode", "facts"];
    private static readonly string[] OwnKeys = ["method", "url", "query", "headers", "json", "form", "ifMissing", "failsWhen"];

    /// <summary>Reads it.</summary>
    /// <param name="draft">Its name and facts.</param>
    /// <param name="budget">The campaign's budget in milliseconds.</param>
    /// <param name="isNeeded">Whether nothing is decided without it.</param>
    public LookupPlan? Read(LookupDraft draft, decimal budget, bool isNeeded)
    {
        var isTrustedForm = draft.Use == TrustedForm.Name;
        draft.Node.OnlyKeys(mistakes, [.. SharedKeys, .. isTrustedForm ? TrustedForm.Keys : OwnKeys]);
        var request = isTrustedForm ? new TrustedForm(templates, secrets, mistakes).ReadRequest(draft.Node) : requests.Read(draft.Node);
        var when = ReadWhen(draft.Node.Find("when"));
        var timeout = draft.Node.Find("timeoutMs").AsDecimal(MinTimeout, budget, mistakes) ?? budget;
        var cacheMinutes = draft.Node.Find("cacheMinutes").AsDecimal(0, MaxCacheMinutes, mistakes) ?? DefaultCacheMinutes;
        var (fails, without) = isTrustedForm ? (false, TrustedForm.WithoutCertificate(draft)) : ReadIfMissing(draft);
        var (failurePath, failureValues) = isTrustedForm ? TrustedForm.Failure : ReadFailsWhen(draft.Node.Find("failsWhen"));
        return request is null ? null : new()
        {
            Name = draft.Name,
            Request = request,
            When = when is null ? null : Compile(when),
            Timeout = TimeSpan.FromMilliseconds((double)timeout),
            CacheFor = TimeSpan.FromMinutes((double)cacheMinutes),
            Facts = draft.Facts,
            IsNeeded = isNeeded,
            FailsWithoutFields = fails,
            FactsWithoutFields = without,
            FailurePath = failurePath,
            FailureValues = failureValues,
            Fingerprint = Describe(draft.Node, new StringBuilder(draft.Name)).ToString(),
        };
    }

    private static Predicate<Lead> Compile(Condition condition)
    {
        var compiler = new ConditionCompiler([condition]);
        var check = compiler.Compile(condition);
        return lead => check(lead, new byte[compiler.Remembered]) == Truth.Match;
    }

    private static StringBuilder Describe(FileNode node, StringBuilder text)
    {
        text.Append('\n').Append(node.Path).Append(' ').Append(node.Kind).Append(' ').Append(node.Text);
        foreach (var child in node.Members.Select(static member => member.Value).Concat(node.Items))
        {
            Describe(child, text);
        }

        return text;
    }

    private Condition? ReadWhen(FileNode? node)
    {
        if (conditions.Read(node) is not { } condition)
        {
            return null;
        }

        foreach (var operand in condition.Operands.DistinctBy(static operand => operand.Path))
        {
            TemplateReader.IsSent(operand, node!, mistakes);
        }

        return condition;
    }

    private (bool Fails, IReadOnlyList<KeyValuePair<string, string>> Facts) ReadIfMissing(LookupDraft draft)
    {
        var node = draft.Node.Find("ifMissing");
        if (node?.Kind != FileNodeKind.Object)
        {
            return (node.AsWord(mistakes, "skip", "fail") == "fail", []);
        }

        var facts = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in node.Members)
        {
            var field = $"{draft.Name}.{name}";
            if (draft.Facts.FirstOrDefault(fact => fact.Field == field) is not { } known)
            {
                var closest = Suggestion.Closest(name, [.. draft.Facts.Select(fact => fact.Field[(draft.Name.Length + 1)..])]);
                mistakes.Add(
                    value,
                    $"this look-up has no fact '{name}'",
                    closest is null ? "Name one of its facts" : $"Write '{closest}' if you meant that");
            }
            else if (value.Kind is not (FileNodeKind.Text or FileNodeKind.Number or FileNodeKind.Boolean)
                || !known.Type.Standardize(value.Text).IsValid)
            {
                mistakes.Add(value, $"this is not a valid {known.Type.Name}", $"Write a value that '{field}' can have");
            }
            else
            {
                facts.Add(new(field, value.Text));
            }
        }

        return (false, facts);
    }

    private (FactPath? Path, IReadOnlyList<string> Values) ReadFailsWhen(FileNode? node)
    {
        if (node is null || node.AsObject(mistakes) is null)
        {
            return (null, []);
        }

        node.OnlyKeys(mistakes, "path", "values");
        var path = FactReader.ReadPath(node.Required("path", mistakes, "Add \"path\": \"$.status\""), mistakes);
        var valuesNode = node.Required("values", mistakes, "Add \"values\": [\"error\"]");
        var values = new List<string>();
        foreach (var item in valuesNode.AsArray(mistakes))
        {
            if (item.Kind is FileNodeKind.Text or FileNodeKind.Number or FileNodeKind.Boolean)
            {
                values.Add(item.Text);
            }
            else
            {
                mistakes.Add(item, $"this is {item.KindInWords}", "Write text, a number, or true or false");
            }
        }

        if (valuesNode is { Kind: FileNodeKind.Array, Items.Count: 0 })
        {
            mistakes.Add(valuesNode, "there is no value", "Write the values that mean failure, such as [\"error\"]");
        }

        return (path, values);
    }
}
