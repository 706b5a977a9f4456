using LeadFilter.Core.Campaigns.Loading.Lists;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns.Loading.Rules;

/// <summary>Reads conditions and checks their types.</summary>
internal sealed class ConditionReader
{
    /// <summary>The forms of conditions, for messages.</summary>
    public const string Forms =
        "Write { \"field\": …, \"is\": … }, { \"field\": …, \"op\": …, \"value\": … }, "
            + "{ \"use\": … }, { \"share\": 10, \"of\": \"person\" }, or one of all, any, none, not";

    private static readonly string TooDeep = $"conditions stand more than {Condition.MaxDepth} deep";
    private const string Flatter = "Split the rule in two, or flatten its groups";

    private readonly MistakeList mistakes;
    private readonly TestReader tests;
    private readonly NamedConditionReader named;
    private readonly ShareReader shares;

    /// <summary>Reads conditions of one campaign.</summary>
    /// <param name="layout">Its fields.</param>
    /// <param name="lists">Its lists.</param>
    /// <param name="named">Its section <c>conditions</c>; null if there is none.</param>
    /// <param name="zone">Whose calendar counts months and years.</param>
    /// <param name="mistakes">Where to say what is wrong.</param>
    public ConditionReader(FieldLayout layout, ListReader lists, FileNode? named, TimeZoneInfo zone, MistakeList mistakes)
    {
        this.mistakes = mistakes;
        Operands = new(layout, mistakes);
        tests = new(Operands, lists, zone, mistakes);
        this.named = new(named, this, mistakes);
        shares = new(mistakes);
    }

    /// <summary>Reads the fields and parts that conditions and other sections name.</summary>
    public OperandReader Operands { get; }

    /// <summary>The draws by which the conditions that were read choose random shares.</summary>
    public IReadOnlyList<Draw> Draws => shares.Draws;

    /// <summary>
    /// Reads the named conditions that nothing uses, so that their mistakes are found too, and warns of them; and of shares that are
    /// not told apart.
    /// </summary>
    public void Finish()
    {
        named.Finish();
        shares.WarnOfUnnamed();
    }

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
            return tests.Read(node);
        }

        if (node.Find(ShareReader.Key) is not null)
        {
            return shares.Read(node);
        }

        if (node.Members is not [var (word, content)])
        {
            mistakes.Add(
                node,
                node.Members.Count == 0 ? "this condition is empty" : "this condition has no 'field' and more than one key",
                Forms);
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

    private ConditionGroup? RefuseWord(FileNode node, string word)
    {
        var meant = Suggestion.Closest(word, "all", "any", "none", "not", "use", ShareReader.Key);
        mistakes.Add(node, $"'{word}' is not a condition", meant is null ? Forms : $"Write '{meant}' if you meant that. {Forms}");
        return null;
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
}
