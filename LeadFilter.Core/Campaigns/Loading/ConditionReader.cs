using System.Text.RegularExpressions;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads conditions and checks their types.</summary>
internal sealed class ConditionReader(FieldLayout layout, MistakeList mistakes)
{
    private const int MaxPatternLength = 500;
    private const string Forms = "Write { \"field\": …, \"is\": … }, { \"field\": …, \"op\": …, \"value\": … }, or one of all, any, none, not";

    private static readonly string[] IsWords = [.. Operator.All.Where(op => op.Key == "is").Select(op => op.Word)];
    private static readonly string[] OpWords = [.. Operator.All.Where(op => op.Key == "op").Select(op => op.Word)];

    private readonly Dictionary<string, Regex> patterns = [];

    public Condition? Read(FileNode? node, int depth = 1)
    {
        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        if (depth > Condition.MaxDepth)
        {
            mistakes.Add(node!, $"conditions stand more than {Condition.MaxDepth} deep", "Split the rule in two, or flatten its groups");
            return null;
        }

        if (node!.Find("field") is not null)
        {
            return ReadTest(node);
        }

        if (node.Members is not [var (word, content)])
        {
            mistakes.Add(node, node.Members.Count == 0 ? "this condition is empty" : "this condition has no 'field' and more than one key", Forms);
            return null;
        }

        return word switch
        {
            "all" => ReadGroup(GroupKind.All, content.AsArray(mistakes), content, depth),
            "any" => ReadGroup(GroupKind.Any, content.AsArray(mistakes), content, depth),
            "none" => ReadGroup(GroupKind.None, content.AsArray(mistakes), content, depth),
            "not" => ReadGroup(GroupKind.None, [content], content, depth),
            _ => Refuse(node, $"'{word}' is no condition", Forms),
        };
    }

    private ConditionGroup? ReadGroup(GroupKind kind, IReadOnlyList<FileNode> items, FileNode node, int depth)
    {
        if (items.Count == 0 && node.Kind == FileNodeKind.Array)
        {
            mistakes.Add(node, "this group is empty", "Put at least one condition into it");
        }

        var members = items.Select(item => Read(item, depth + 1)).OfType<Condition>().ToList();
        return members.Count == items.Count && members.Count > 0 ? new(kind, members) : null;
    }

    private FieldTest? ReadTest(FileNode node)
    {
        node.OnlyKeys(mistakes, "field", "is", "op", "value", "values");
        var operand = ReadOperand(node.Find("field"));
        var op = ReadOperator(node);
        if (operand is null || op is null)
        {
            return null;
        }

        if (!op.Kinds.Contains(operand.Type.Kind))
        {
            var fitting = Operator.All.Where(other => other.Kinds.Contains(operand.Type.Kind)).Select(other => other.Word);
            mistakes.Add(
                node.Find(op.Key)!,
                $"'{op.Word}' makes no sense on '{operand.Path}', which is of type {operand.Type.Name}",
                $"Use one of: {string.Join(", ", fitting)}");
            return null;
        }

        var constants = ReadConstants(node, operand, op);
        return constants is null
            ? null
            : new(operand, op, constants) { Pattern = op.Test == TestKind.Matches ? patterns[constants[0].Text] : null };
    }

    /// <summary>Whether vendors send a field of a name.</summary>
    public bool Knows(string name) => layout.TryFind(name, out _);

    /// <summary>A field that every campaign has.</summary>
    /// <param name="path">Its name.</param>
    public FieldOperand Standard(string path) =>
        layout.TryResolve(path, out var operand) ? operand : throw new ArgumentException($"'{path}' is no standard field.", nameof(path));

    /// <summary>The field or part that a node names.</summary>
    public FieldOperand? ReadOperand(FileNode? node)
    {
        if (node.AsText(mistakes) is not { } path)
        {
            return null;
        }

        if (layout.TryResolve(path, out var operand))
        {
            return operand;
        }

        var dot = path.LastIndexOf('.');
        if (dot > 0 && layout.TryFind(path.AsSpan(0, dot), out var slot))
        {
            var type = layout.Fields[slot].Type;
            var parts = type.Parts.Select(part => part.Name).ToArray();
            mistakes.Add(
                node!,
                $"'{path[..dot]}' (type {type.Name}) has no part '{path[(dot + 1)..]}'",
                parts.Length == 0 ? "Use the field itself" : $"Use one of: {string.Join(", ", parts)}");
            return null;
        }

        var closest = Suggestion.Closest(path, [.. layout.Fields.Select(field => field.Name), .. StandardFields.Shorthands.Keys]);
        mistakes.Add(
            node!,
            $"there is no field '{path}'",
            closest is null ? "Use a standard field (docs/fields.md), or declare it under \"fields\"" : $"Write '{closest}' if you meant that, else declare it under \"fields\"");
        return null;
    }

    private Operator? ReadOperator(FileNode node)
    {
        var (isNode, opNode) = (node.Find("is"), node.Find("op"));
        if (isNode is null == opNode is null)
        {
            mistakes.Add(node, isNode is null ? "a test needs 'is' or 'op'" : "a test has 'is' or 'op', not both", Forms);
            return null;
        }

        var written = isNode ?? opNode!;
        if (written.Kind == FileNodeKind.Text && Operator.TryFind(written.Text, out var known) && known.Key != (isNode is null ? "op" : "is"))
        {
            mistakes.Add(written, $"'{known.Word}' does not stand under '{(isNode is null ? "op" : "is")}'", $"Write \"{known.Key}\": \"{known.Word}\"");
            return null;
        }

        var word = isNode is null ? opNode.AsWord(mistakes, OpWords) : isNode.AsWord(mistakes, IsWords);
        return word is not null && Operator.TryFind(word, out var op) ? op : null;
    }

    private List<Constant>? ReadConstants(FileNode node, FieldOperand operand, Operator op)
    {
        var (single, several) = (node.Find("value"), node.Find("values"));
        if (op.MaxConstants == 0)
        {
            return WithoutConstants(op, single ?? several);
        }

        if (several is not null && several.AsArray(mistakes) is [] && several.Kind != FileNodeKind.Array)
        {
            return null;
        }

        IReadOnlyList<FileNode> nodes = single is not null ? [single] : several?.Items ?? [];
        if ((single is not null && several is not null) || nodes.Count < op.MinConstants || nodes.Count > op.MaxConstants)
        {
            mistakes.Add(node, $"'{op.Word}' has the wrong number of values", (op.MinConstants, op.MaxConstants) switch
            {
                (1, 1) => "Write one 'value'",
                (2, _) => "Write 'values': [ from, to ]",
                _ => "Write one 'value', or 'values': [ … ]",
            });
            return null;
        }

        var constants = new List<Constant>(nodes.Count);
        foreach (var item in nodes)
        {
            if (ReadConstant(item, operand, op) is { } constant)
            {
                constants.Add(constant);
            }
        }

        if (op.Test == TestKind.Between && constants is [var from, var to] && from.Number > to.Number)
        {
            mistakes.Add(several!, "the first value is greater than the second", "Swap them");
        }

        return constants.Count == nodes.Count ? constants : null;
    }

    private List<Constant>? WithoutConstants(Operator op, FileNode? node)
    {
        if (node is null)
        {
            return [];
        }

        mistakes.Add(node, $"'{op.Word}' takes no value", "Remove this key");
        return null;
    }

    private Constant? ReadConstant(FileNode node, FieldOperand operand, Operator op)
    {
        if (node.Kind is not (FileNodeKind.Text or FileNodeKind.Number or FileNodeKind.Boolean) || string.IsNullOrWhiteSpace(node.Text))
        {
            mistakes.Add(node, $"this is {(node.Kind == FileNodeKind.Text ? "empty text" : node.KindInWords)}", "Write text, a number, or true or false");
            return null;
        }

        if (op.Test == TestKind.Matches)
        {
            return ReadPattern(node);
        }

        if (!op.TakesValues)
        {
            return new(node.Text, 0);
        }

        var value = operand.Type.Standardize(node.Text);
        if (value.IsValid)
        {
            return new(operand.Type.CanonicalText(in value), value.Number);
        }

        mistakes.Add(node, $"'{node.Text}' is no {operand.Type.Name} ({value.Why})", $"Write a value that '{operand.Path}' can have");
        return null;
    }

    private Constant? ReadPattern(FileNode node)
    {
        if (node.Text.Length > MaxPatternLength)
        {
            mistakes.Add(node, $"this pattern has {node.Text.Length} characters", $"Write at most {MaxPatternLength}, or use several conditions");
            return null;
        }

        try
        {
            if (!patterns.ContainsKey(node.Text))
            {
                patterns[node.Text] = new(node.Text, ConditionCompiler.PatternOptions);
            }

            return new(node.Text, 0);
        }
        catch (RegexParseException error)
        {
            mistakes.Add(node, $"this pattern cannot be read ({error.Error} at {error.Offset})", "Mend the pattern; text to be taken literally needs \\ before . * + ? ( ) [ ] { } | ^ $");
        }
        catch (NotSupportedException)
        {
            mistakes.Add(node, "this pattern needs backtracking (look-around, back-references or atomic groups), or repeats too much", "Write it without them and with smaller counts, or use several conditions");
        }

        return null;
    }

    private Condition? Refuse(FileNode node, string message, string remedy)
    {
        mistakes.Add(node, message, remedy);
        return null;
    }
}
