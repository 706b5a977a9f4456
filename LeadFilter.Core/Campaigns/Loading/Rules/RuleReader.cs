using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Loading.Rules;

/// <summary>Reads the section <c>rules</c>, and what grounds of other sections have in common with rules.</summary>
/// <param name="conditions">Reads their conditions.</param>
/// <param name="byDefault">What rules make of unreadable answers where they say nothing; null if the campaign says nothing either.</param>
/// <param name="mistakes">Where to say what is wrong.</param>
internal sealed class RuleReader(ConditionReader conditions, UnreadableAnswers? byDefault, MistakeList mistakes)
{
    /// <summary>The key of a rule, and of the campaign for all rules, that says what becomes of answers that cannot be read.</summary>
    public const string OnUnreadable = "onUnreadable";

    private static readonly string[] Verdicts = ["reject", "accept"];

    /// <summary>What an example expects whose lead is bought; no rule may use it as its reason.</summary>
    public const string Accept = "accept";

    /// <summary>The categories that belong to sections of their own; no rule may use them.</summary>
    private static readonly Category[] SectionCategories = [Category.Duplicate, Category.Score, Category.Suppressed, Category.Capacity];

    public static readonly string[] RuleCategories =
        [.. Enum.GetValues<Category>().Except(SectionCategories).Select(CategoryName.Of)];

    /// <summary>The keys of a rule that a contract may change.</summary>
    private static readonly string[] ChangeableKeys = ["mode", "onMissing", OnUnreadable, "rejectWhen"];

    /// <summary>The keys of a rule's only test that a contract may change.</summary>
    private static readonly string[] ConstantKeys = ["value", "values"];

    /// <summary>Where each rule stands, by its id.</summary>
    private readonly Dictionary<string, FileNode> nodes = [];

    /// <summary>The ids of the rules that were read.</summary>
    public IEnumerable<string> Ids => nodes.Keys;

    public IReadOnlyList<Rule> ReadRules(FileNode? section)
    {
        var rules = new List<Rule>();
        foreach (var node in section.AsArray(mistakes))
        {
            if (ReadRule(node) is { } rule)
            {
                rules.Add(rule);
                if (!nodes.TryAdd(rule.Ground.Id, node))
                {
                    mistakes.Add(node.Find("id")!, $"another rule has the id '{rule.Ground.Id}'", "Give each rule an id of its own");
                }
            }
        }

        return rules;
    }

    /// <summary>Reads a rule as a contract changes it.</summary>
    /// <param name="id">The rule's id, one of <see cref="Ids"/>.</param>
    /// <param name="changes">The contract's keys: those of a rule, or those of its only test.</param>
    public Rule? ReadChanged(string id, FileNode changes)
    {
        changes.OnlyKeys(mistakes, [.. ChangeableKeys, .. ConstantKeys]);
        var rule = nodes[id];
        if (rule.Find("always") is { Text: "true" })
        {
            mistakes.Add(
                changes,
                $"the rule '{id}' holds always, so no contract can change it",
                "Remove this, or \"always\" from the rule");
            return null;
        }

        var constants = changes.Members.Where(member => ConstantKeys.Contains(member.Key)).ToList();
        var test = changes.Find("rejectWhen") ?? rule.Find("rejectWhen")!;
        if (constants.Count > 0 && (test.Find("field") is null || changes.Find("rejectWhen") is not null))
        {
            mistakes.Add(
                constants[0].Value,
                $"the rule '{id}' has more than one test, so it is not clear which one this changes",
                "Give the whole \"rejectWhen\"");
            return null;
        }

        var changed = rule.With(changes.Members.Where(member => ChangeableKeys.Contains(member.Key)));
        return ReadRule(constants.Count == 0 ? changed : changed.With([new("rejectWhen", test.With(constants, ConstantKeys))]));
    }

    public RuleMode ReadMode(FileNode? node) => node.AsWord(mistakes, "enforced", "shadow", "off") switch
    {
        "shadow" => RuleMode.Shadow,
        "off" => RuleMode.Off,
        _ => RuleMode.Enforced,
    };

    private Rule? ReadRule(FileNode node)
    {
        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        node.OnlyKeys(mistakes, "id", "category", "reason", "text", "mode", "always", "onMissing", OnUnreadable, "rejectWhen");
        var id = node.Required("id", mistakes, "Add \"id\": \"a-short-name\"").AsText(mistakes);
        if (id is not null && !Slug.IsSlug(id))
        {
            mistakes.Add(node.Find("id")!, $"'{id}' is not a valid id", $"Write {Slug.Form}");
        }

        var reason = ReadReason(node.Required("reason", mistakes, "Add \"reason\": \"a_code_for_vendors\""));
        var category = ReadCategory(node.Required("category", mistakes, $"Add \"category\": one of {string.Join(", ", RuleCategories)}"));
        var condition = conditions.Read(node.Required("rejectWhen", mistakes, "Add \"rejectWhen\": { \"field\": …, \"is\": … }"));
        var rejectIndeterminate = ReadOnMissing(node.Find("onMissing"), mistakes);
        var onUnreadable = ReadOnUnreadable(node.Find(OnUnreadable), mistakes) ?? Default(rejectIndeterminate);
        var text = node.Find("text").AsText(mistakes);
        var mode = ReadMode(node.Find("mode"));
        var always = node.Find("always").AsFlag(mistakes);
        if (id is null || reason is not { } code || category is not { } known || condition is null)
        {
            return null;
        }

        return new(new(id, known, code, text ?? WordingOf(code), mode) { Always = always }, condition, rejectIndeterminate)
        {
            OnUnreadable = onUnreadable,
        };
    }

    // A rule that rejects those who were not asked does not buy an answer that nobody can read, unless it says so itself.
    private UnreadableAnswers Default(bool rejectsMissing) => byDefault switch
    {
        null => UnreadableAnswers.AsMissing,
        UnreadableAnswers.Accept when rejectsMissing => UnreadableAnswers.AsMissing,
        { } verdict => verdict,
    };

    /// <summary>Reads what becomes of leads of which a condition says nothing: whether they are rejected.</summary>
    public static bool ReadOnMissing(FileNode? node, MistakeList mistakes) => node.AsWord(mistakes, Verdicts) == "reject";

    /// <summary>Reads what becomes of answers that cannot be read; null if it is not said.</summary>
    public static UnreadableAnswers? ReadOnUnreadable(FileNode? node, MistakeList mistakes) => node.AsWord(mistakes, Verdicts) switch
    {
        "reject" => UnreadableAnswers.Reject,
        "accept" => UnreadableAnswers.Accept,
        _ => null,
    };

    public ReasonCode? ReadReason(FileNode? node)
    {
        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (!ReasonCode.TryParse(text, out var code))
        {
            mistakes.Add(node!, $"'{text}' is not a valid reason code", $"Write {ReasonCode.Form}");
            return null;
        }

        if (ReasonCode.SectionOf(code) is { } section)
        {
            mistakes.Add(node!, $"'{code}' is the reason of the section \"{section}\"", "Choose another code");
            return null;
        }

        if (text == Accept)
        {
            mistakes.Add(node!, "'accept' says in examples that a lead is bought", "Choose another code");
            return null;
        }

        return code;
    }

    public Category? ReadCategory(FileNode? node)
    {
        if (node is { Kind: FileNodeKind.Text } && CategoryName.TryParse(node.Text, out var known) && SectionCategories.Contains(known))
        {
            mistakes.Add(
                node,
                $"'{node.Text}' is the category of the section \"{SectionOf(known)}\"",
                $"Say it in that section, or give the rule one of: {string.Join(", ", RuleCategories)}");
            return null;
        }

        return node.AsWord(mistakes, RuleCategories) is { } name && CategoryName.TryParse(name, out var category) ? category : null;
    }

    private static string SectionOf(Category category) => category switch
    {
        Category.Duplicate => "duplicates",
        Category.Score => "score",
        Category.Suppressed => "suppression",
        _ => "caps",
    };

    /// <summary>"no_consent" -> "No consent".</summary>
    public static string WordingOf(ReasonCode code)
    {
        var words = code.ToString().Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
