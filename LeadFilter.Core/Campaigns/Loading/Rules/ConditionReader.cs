using LeadFilter.Core.Campaigns.Loading.Lists;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Core.Campaigns.Loading.Rules;

/// <summary>Reads conditions and checks their types.</summary>
internal sealed class ConditionReader
{
    private const string Forms = "Write { \"field\": …, \"is\": … }, { \"field\": …, \"op\": …, \"value\": … }, { \"use\": … }, or one of all, any, none, not";
    private static readonly string TooDeep = $"conditions stand more than {Condition.MaxDepth} deep";
    private const string Flatter = "Split the rule in two, or flatten its groups";

    private static readonly string[] IsWords = [.. Operator.All.Where(op => op.Key == "is").Select(op => op.Word)];
    private static readonly string[] OpWords = [.. Operator.All.Where(op => op.Key == "op").Select(op => op.Word)];

    private readonly FieldLayout layout;
    private readonly ListReader lists;
    private readonly MistakeList mistakes;
    private readonly ConstantReader constants;
    private readonly NamedConditionReader named;

    /// <summary>Reads conditions of one campaign.</summary>
    /// <param name="layout">Its fields.</param>
    /// <param name="lists">Its lists.</param>
    /// <param name="named">Its section <c>conditions</c>; null if there is none.</param>
    /// <param name="mistakes">Where to say what is wrong.</param>
    public ConditionReader(FieldLayout layout, ListReader lists, FileNode? named, MistakeList mistakes)
    {
        this.layout = layout;
        this.lists = lists;
        this.mistakes = mistakes;
        constants = new(mistakes);
        this.named = new(named, this, mistakes);
    }

    /// <summary>Reads the named conditions that nothing uses, so that their mistakes are found too, and warns of them.</summary>
    public void FinishNamed() => named.Finish();

    public Condition? Read(FileNode? node, int depth = 1)
    {
        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        if (depth > Condition.MaxDepth)
        {
            mistakes.Add(node!, TooDeep, Flatter);
            return null;
        }

        if (node!.Find("use") is { } use)
        {
            return ReadUse(node, use, depth);
        }

        if (node.Find("field") is not null)
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
            _ => RefuseWord(node, word),
        };
    }

    private ConditionGroup? ReadGroup(GroupKind kind, IReadOnlyList<FileNode> items, FileNode node, int depth)
    {
        if (items.Count == 0 && node.Kind == FileNodeKind.Array)
        {
            mistakes.Add(node, "this group is empty", "Put at least one condition into it");
        }

        var members = items.Select(item => Read(item, depth + 1)).OfType<Condition>().ToList();
        if (members.Count != items.Count || members.Count == 0)
        {
            return null;
        }

        var group = new ConditionGroup(kind, members);
        if (group.Size <= Condition.MaxSize)
        {
            return group;
        }

        mistakes.Add(
            node,
            $"this group consists of more than {Condition.MaxSize} tests, those of named conditions counted at each use",
            "Use a list ('in' with 'list') for many values, or split the rule");
        return null;
    }

    private NamedCondition? ReadUse(FileNode node, FileNode use, int depth)
    {
        node.OnlyKeys(mistakes, "use");
        var meaning = named.Find(use);
        if (meaning is not null && depth - 1 + meaning.Depth > Condition.MaxDepth)
        {
            mistakes.Add(use, TooDeep, Flatter);
            return null;
        }

        return meaning;
    }

    private FieldTest? ReadTest(FileNode node)
    {
        node.OnlyKeys(mistakes, "field", "is", "op", "value", "values", "other", "list", "edits");
        var operand = ReadOperand(node.Find("field"));
        var op = ReadOperator(node);
        if (operand is null || op is null)
        {
            return null;
        }

        if (!op.Fits(operand.Type))
        {
            var fitting = Operator.All.Where(other => other.Fits(operand.Type)).Select(other => other.Word);
            mistakes.Add(
                node.Find(op.Key)!,
                $"'{op.Word}' makes no sense on '{operand.Path}', which is of type {operand.Type.Name}",
                $"Use one of: {string.Join(", ", fitting)}");
            return null;
        }

        var edits = ReadEdits(node, op);
        var test = ReadComparison(node, operand, op);
        return edits is null || test is null ? null : test with { Edits = edits.Value };
    }

    private FieldTest? ReadComparison(FileNode node, FieldOperand operand, Operator op)
    {
        FileNode?[] given = [node.Find("value"), node.Find("values"), node.Find("other"), node.Find("list")];
        var written = given.Where(one => one is not null).ToList();
        if (op.MaxConstants == 0)
        {
            return written is [{ } first, ..] ? Refuse(first, $"'{op.Word}' takes no value", "Remove this key") : new(operand, op, []);
        }

        if (written.Count > 1 && (given[2] ?? given[3]) is { } odd)
        {
            return Refuse(odd, "a test compares with one thing", "Keep one of 'value', 'values', 'other' and 'list'");
        }

        if (given[2] is { } other)
        {
            return ReadOther(other, operand, op);
        }

        if (given[3] is { } list)
        {
            return !op.TakesList ? Refuse(list, $"'{op.Word}' takes no list", $"Use one of: {WordsOf(one => one.TakesList)}")
                : lists.Find(list, operand.Type) is { } set ? new(operand, op, []) { List = set } : null;
        }

        return constants.Read(node, operand, op) is { } values
            ? new(operand, op, values) { Pattern = op.Test == TestKind.Matches ? constants.PatternOf(values[0].Text) : null }
            : null;
    }

    private FieldTest? ReadOther(FileNode node, FieldOperand operand, Operator op)
    {
        if (!op.TakesOther)
        {
            return Refuse(node, $"'{op.Word}' compares no two fields", $"Use one of: {WordsOf(one => one.TakesOther)}");
        }

        if (ReadOperand(node) is not { } other)
        {
            return null;
        }

        if (other.Path == operand.Path)
        {
            return Refuse(node, $"'{operand.Path}' is compared with itself", "Name another field or part");
        }

        if (other.Type.Kind != operand.Type.Kind)
        {
            return Refuse(
                node,
                $"'{operand.Path}' is {operand.Type.Kind.InWords()} (type {operand.Type.Name}), '{other.Path}' is {other.Type.Kind.InWords()} (type {other.Type.Name})",
                $"Name a field or part that is {operand.Type.Kind.InWords()}");
        }

        return new(operand, op, []) { Other = other };
    }

    /// <summary>The number of edits; 0 where the operator counts none, null if there is a mistake.</summary>
    private int? ReadEdits(FileNode node, Operator op)
    {
        var written = node.Find("edits");
        if (!op.TakesEdits)
        {
            if (written is not null)
            {
                mistakes.Add(written, $"'{op.Word}' counts no edits", "Remove this key");
            }

            return written is null ? 0 : null;
        }

        if (written is null)
        {
            mistakes.Add(node, $"'{op.Word}' needs 'edits'", $"Add \"edits\": 1 to {Operator.MaxEdits}: how many letters may differ");
            return null;
        }

        if (written.AsDecimal(1, Operator.MaxEdits, mistakes) is not { } edits)
        {
            return null;
        }

        if (edits != decimal.Truncate(edits))
        {
            mistakes.Add(written, $"{written.Text} is no whole number", $"Write a whole number from 1 to {Operator.MaxEdits}");
            return null;
        }

        return (int)edits;
    }

    private static string WordsOf(Func<Operator, bool> which) => string.Join(", ", Operator.All.Where(which).Select(op => op.Word));

    /// <summary>The type of the whole field that an operand is, or is a part of.</summary>
    public FieldType TypeOf(FieldOperand operand) => layout.Fields[operand.Slot].Type;

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

        var closest = Suggestion.Closest(path, [.. layout.Fields.Select(field => field.Name), .. StandardFields.Shorthands.Keys, .. LeadFacts.All.Select(fact => fact.Name)]);
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

    private FieldTest? RefuseWord(FileNode node, string word) => Refuse(node, $"'{word}' is no condition", Forms);

    private FieldTest? Refuse(FileNode node, string message, string remedy)
    {
        mistakes.Add(node, message, remedy);
        return null;
    }
}
