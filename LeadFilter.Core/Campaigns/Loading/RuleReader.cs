using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the sections <c>rules</c> and <c>prices</c>.</summary>
internal sealed class RuleReader(ConditionReader conditions, MistakeList mistakes)
{
    /// <summary>The categories that belong to sections of their own; no rule may use them.</summary>
    private static readonly Category[] SectionCategories = [Category.Duplicate, Category.Score, Category.Suppressed, Category.Capacity];

    public static readonly string[] RuleCategories =
        [.. Enum.GetValues<Category>().Except(SectionCategories).Select(CategoryName.Of)];

    public IReadOnlyList<Rule> ReadRules(FileNode? section)
    {
        var rules = new List<Rule>();
        var ids = new HashSet<string>();
        foreach (var node in section.AsArray(mistakes))
        {
            if (ReadRule(node) is { } rule)
            {
                rules.Add(rule);
                if (!ids.Add(rule.Ground.Id))
                {
                    mistakes.Add(node.Find("id")!, $"another rule has the id '{rule.Ground.Id}'", "Give each rule an id of its own");
                }
            }
        }

        return rules;
    }

    public IReadOnlyList<PriceRule> ReadPrices(FileNode? section)
    {
        var prices = new List<PriceRule>();
        var nodes = section.AsArray(mistakes);
        if (section is { Kind: FileNodeKind.Array, Items.Count: 0 })
        {
            mistakes.Add(section, "there is no price", "Add { \"price\": 12.5 }, or remove \"prices\"; leads then cost nothing");
        }

        foreach (var node in nodes)
        {
            if (node.AsObject(mistakes) is null)
            {
                continue;
            }

            node.OnlyKeys(mistakes, "when", "price");
            var price = ReadPrice(node.Required("price", mistakes, "Add \"price\": 12.5"));
            var whenNode = node.Find("when");
            var when = conditions.Read(whenNode);
            if (whenNode is null && !ReferenceEquals(node, nodes[^1]))
            {
                mistakes.Add(node, "this price holds always, so those after it are never reached", "Move it to the end, or give it a 'when'");
            }

            if (whenNode is not null && ReferenceEquals(node, nodes[^1]))
            {
                mistakes.Add(node, "no price holds where this condition does not", "Add a last price without 'when'");
            }

            if (price is { } money && (when is null) == (whenNode is null))
            {
                prices.Add(new(when, money));
            }
        }

        return prices;
    }

    public Money? ReadPrice(FileNode? node)
    {
        if (node.AsDecimal(0, 1_000_000, mistakes) is not { } amount)
        {
            return null;
        }

        if (Money.TryCreate(amount, out var money))
        {
            return money;
        }

        mistakes.Add(node!, $"{amount} has more than 4 decimal places", "Round it");
        return null;
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

        node.OnlyKeys(mistakes, "id", "category", "reason", "text", "mode", "onMissing", "rejectWhen");
        var id = node.Required("id", mistakes, "Add \"id\": \"a-short-name\"").AsText(mistakes);
        if (id is not null && !Slug.IsSlug(id))
        {
            mistakes.Add(node.Find("id")!, $"'{id}' is no id", $"Write {Slug.Form}");
        }

        var reason = ReadReason(node.Required("reason", mistakes, "Add \"reason\": \"a_code_for_vendors\""));
        var category = ReadCategory(node.Required("category", mistakes, $"Add \"category\": one of {string.Join(", ", RuleCategories)}"));
        var condition = conditions.Read(node.Required("rejectWhen", mistakes, "Add \"rejectWhen\": { \"field\": …, \"is\": … }"));
        var rejectIndeterminate = node.Find("onMissing").AsWord(mistakes, "reject") is not null;
        var text = node.Find("text").AsText(mistakes);
        var mode = ReadMode(node.Find("mode"));
        if (id is null || reason is not { } code || category is not { } known || condition is null)
        {
            return null;
        }

        return new(new(id, known, code, text ?? WordingOf(code), mode), condition, rejectIndeterminate);
    }

    public ReasonCode? ReadReason(FileNode? node)
    {
        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (!ReasonCode.TryParse(text, out var code))
        {
            mistakes.Add(node!, $"'{text}' is no reason code", $"Write {ReasonCode.Form}");
            return null;
        }

        if (code == ReasonCode.Duplicate)
        {
            mistakes.Add(node!, "'duplicate' is the reason of the section \"duplicates\"", "Choose another code");
            return null;
        }

        if (text == ExampleRunner.Accept)
        {
            mistakes.Add(node!, "'accept' says in examples that a lead is bought", "Choose another code");
            return null;
        }

        return code;
    }

    public Category? ReadCategory(FileNode? node) =>
        node.AsWord(mistakes, RuleCategories) is { } name && CategoryName.TryParse(name, out var category) ? category : null;

    /// <summary>"no_consent" -> "No consent".</summary>
    private static string WordingOf(ReasonCode code)
    {
        var words = code.ToString().Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
