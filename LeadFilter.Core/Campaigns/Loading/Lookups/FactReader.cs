using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>Reads which values of an answer become facts.</summary>
/// <param name="mistakes">Where to say what is wrong.</param>
/// <param name="keys">The keys that a fact may have.</param>
internal sealed class FactReader(MistakeList mistakes, string[] keys)
{
    /// <summary>The keys of the facts of every answer.</summary>
    public static readonly string[] KeysOfEveryFact = ["path", "exists", "status", "type"];

    /// <summary>Those of a look-up's answer, which can fail and which is kept.</summary>
    public static readonly string[] KeysOfLookups = [.. KeysOfEveryFact, "required", "ages"];

    private const int MaxFacts = 20;
    private const int MaxNameCharacters = 40;
    private const string PathRemedy = "Write the place in the answer like $.line.type, $.items[0].code or $['a b']";

    /// <summary>Whether a text can be the name of a look-up or a fact; says so where it cannot.</summary>
    public static bool IsName(string name, int max, string what, FileNode node, MistakeList mistakes)
    {
        if (name.Length > 0
            && name.Length <= max
            && char.IsAsciiLetterLower(name[0])
            && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            return true;
        }

        mistakes.Add(node, $"'{name}' is not a valid name for a {what}", $"Write 1 to {max} of a-z, 0-9 and '_', beginning with a letter");
        return false;
    }

    /// <summary>Reads a place in an answer.</summary>
    public static FactPath? ReadPath(FileNode? node, MistakeList mistakes)
    {
        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (FactPath.TryParse(text, out var path))
        {
            return path;
        }

        mistakes.Add(node!, $"'{text}' is not a valid path", PathRemedy);
        return null;
    }

    /// <summary>Reads the facts of a look-up: those of the ready-made one on which it is built, and its own, which go before.</summary>
    public IReadOnlyList<LookupFact> Read(string lookup, FileNode node, string? use)
    {
        var facts = ReadyMade.FactsOf(use)
            .ToDictionary(fact => fact.Name, fact => LookupFact.At($"{lookup}.{fact.Name}", fact.Type, fact.Path));
        var section = use is null
            ? node.Required("facts", mistakes, "Add \"facts\": { \"line_type\": { \"path\": \"$.line.type\", \"type\": \"string\" } }")
            : node.Find("facts");
        var own = section.AsObject(mistakes)?.Members ?? [];
        foreach (var (name, fact) in own)
        {
            if (name == LookupPlan.FailedName)
            {
                mistakes.Add(fact, $"every look-up has the fact '{name}' already", "Choose another name");
            }
            else if (IsName(name, MaxNameCharacters, "fact", fact, mistakes)
                && ReadFact($"{lookup}.{name}", fact, facts.GetValueOrDefault(name)?.Type ?? StringType.Instance) is { } read)
            {
                facts[name] = read;
            }
        }

        if (section is { Kind: FileNodeKind.Object } && own.Count == 0 && use is null)
        {
            mistakes.Add(section, "there is no fact", "Name what rules or the CRM need of the answer");
        }

        if (facts.Count > MaxFacts)
        {
            mistakes.Add(section!, $"there are {facts.Count} facts", $"Keep them to {MaxFacts}: those that rules or the CRM need");
        }

        return [.. facts.Values];
    }

    private LookupFact? ReadFact(string field, FileNode node, FieldType usual)
    {
        if (node.Kind == FileNodeKind.Text)
        {
            return ReadPath(node, mistakes) is { } at ? LookupFact.At(field, usual, at) : null;
        }

        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        node.OnlyKeys(mistakes, keys);
        var ways = new[] { node.Find("path"), node.Find("exists"), node.Find("status") }.OfType<FileNode>().ToList();
        if (ways.Count != 1)
        {
            mistakes.Add(
                node,
                "a fact has one of 'path', 'exists' and 'status'",
                "Write { \"path\": \"$.line.type\", \"type\": \"string\" }, { \"exists\": \"$.line\" } or { \"status\": [200] }");
            return null;
        }

        var type = ReadType(node.Find("type"), node.Find("path") is null ? BooleanType.Instance : usual);
        var (required, ages) = (node.Find("required").AsFlag(mistakes), node.Find("ages").AsFlag(mistakes));
        RefuseUnfit(node, type, ages);
        if (node.Find("status") is { } statuses)
        {
            return LookupFact.OfStatus(field, ReadStatuses(statuses));
        }

        return ReadPath(ways[0], mistakes) is { } path
            ? new(field, type, path, [], node.Find("exists") is not null, required, ages)
            : null;
    }

    private void RefuseUnfit(FileNode node, FieldType type, bool ages)
    {
        if (node.Find("path") is null && node.Find("type") is { } typeNode && type.Kind != ValueKind.Flag)
        {
            mistakes.Add(typeNode, "this fact is true or false", "Remove 'type', or write \"boolean\"");
        }

        if (node.Find("path") is null && node.Find("required") is { } requiredNode)
        {
            mistakes.Add(requiredNode, "this fact is always there", "Remove 'required'");
        }

        if (ages && (node.Find("path") is null || type.Kind != ValueKind.Number))
        {
            mistakes.Add(node.Find("ages")!, "only a number of seconds can age", "Remove 'ages', or give the fact the type number");
        }
    }

    private FieldType ReadType(FileNode? node, FieldType usual) =>
        node.AsWord(mistakes, [.. FieldTypes.All.Select(type => type.Name)]) is { } name && FieldTypes.TryFind(name, out var type)
            ? type
            : usual;

    private List<int> ReadStatuses(FileNode node)
    {
        var statuses = new List<int>();
        foreach (var item in node.AsArray(mistakes))
        {
            // 3xx is no answer (nobody follows it), and 1xx is not the last word.
            if (item.AsDecimal(200, 599, mistakes) is { } status)
            {
                if (status is >= 300 and < 400 || status != decimal.Truncate(status))
                {
                    mistakes.Add(
                        item,
                        $"{item.Text} is not the status of an answer",
                        "Write an HTTP status such as 200 or 404; redirects are not followed");
                }

                statuses.Add((int)status);
            }
        }

        if (node is { Kind: FileNodeKind.Array, Items.Count: 0 })
        {
            mistakes.Add(node, "there is no status", "Write the HTTP statuses that make the fact true, such as [200]");
        }

        return statuses;
    }
}
