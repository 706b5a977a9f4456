using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Emails;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Fields.Web;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Suppression;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the section <c>suppression</c>: a looked-up field and a rule for each list.</summary>
internal sealed class SuppressionReader(MistakeList mistakes)
{
    private const int MaxLists = 20;
    private const int MaxSources = 8;

    private static readonly string[] DomainParts = ["domain", "host", "site"];

    /// <summary>The looked-up fields: read before the layout, which needs them; mistakes are told by <see cref="Read"/>.</summary>
    public static IReadOnlyList<FieldDefinition> ReadFields(FileNode? section) =>
    [
        .. (section is { Kind: FileNodeKind.Array } ? section.Items : [])
            .Where(static node => node.Kind == FileNodeKind.Object)
            .Select(static node => node.Find("list"))
            .Select(static node => node is { Kind: FileNodeKind.Text } && SuppressionListId.TryParse(node.Text, out var list)
                ? list
                : (SuppressionListId?)null)
            .OfType<SuppressionListId>()
            .Distinct()
            .Take(MaxLists)
            .Select(static list => new FieldDefinition(
                SuppressionCheck.FieldOf(list),
                BooleanType.Instance,
                "Whether the person is on this suppression list.") { IsLookedUp = true }),
    ];

    public (IReadOnlyList<SuppressionCheck> Checks, IReadOnlyList<Rule> Rules) Read(
        FileNode? section, FieldLayout layout, ConditionReader conditions, RuleReader rules)
    {
        var checks = new List<SuppressionCheck>();
        var found = new List<Rule>();
        var nodes = section.AsArray(mistakes);
        if (nodes.Count > MaxLists)
        {
            mistakes.Add(
                section!,
                $"there are {nodes.Count} suppression lists",
                $"Ask at most {MaxLists}; put lists that mean the same into one");
            return (checks, found);
        }

        foreach (var node in nodes)
        {
            if (node.AsObject(mistakes) is not null && ReadOne(node, layout, conditions, rules) is var (check, rule))
            {
                if (checks.Exists(other => other.List == check.List))
                {
                    mistakes.Add(
                        node.Find("list")!,
                        $"the list '{check.List}' is asked twice",
                        "Name each list once, with everything that it is asked for under 'by'");
                }

                checks.Add(check);
                found.Add(rule);
            }
        }

        return (checks, found);
    }

    private (SuppressionCheck Check, Rule Rule)? ReadOne(FileNode node, FieldLayout layout, ConditionReader conditions, RuleReader rules)
    {
        node.OnlyKeys(mistakes, "list", "by", "reason", "text", "mode", "always");
        var list = ReadList(node.Required("list", mistakes, "Add \"list\": \"customers\""));
        var by = ReadSources(node.Required("by", mistakes, "Add \"by\": [ \"email\", \"phone_1\" ]"), conditions);
        var reason = rules.ReadReason(node.Required("reason", mistakes, "Add \"reason\": \"a_code_for_vendors\""));
        var text = node.Find("text").AsText(mistakes);
        var mode = rules.ReadMode(node.Find("mode"));
        var always = node.Find("always").AsFlag(mistakes);
        if (list is not { } known || by.Count == 0 || reason is not { } code)
        {
            return null;
        }

        if (known == OptOutPlan.List)
        {
            RefuseLooser(node, by);
            (always, mode) = (true, RuleMode.Enforced);
        }

        var check = new SuppressionCheck(known, by);
        return layout.TryResolve(check.Field, out var operand) && Operator.TryFind("true", out var isTrue)
            ? (check, new(
                new(check.Field, Category.Suppressed, code, text ?? RuleReader.WordingOf(code), mode) { Always = always },
                new FieldTest(operand, isTrue, []),
                RejectIndeterminate: false))
            : null;
    }

    /// <summary>Nothing loosens an opt-out, which is of mailboxes and numbers only.</summary>
    private void RefuseLooser(FileNode node, List<SuppressionSource> by)
    {
        if (node.Find("mode") is { Text: not "enforced" } mode)
        {
            mistakes.Add(
                mode, "an opt-out always holds", "Remove \"mode\"; a campaign that must not ask says \"optOuts\": { \"ask\": false }");
        }

        if (node.Find("always") is { Text: "false" } never)
        {
            mistakes.Add(never, "no contract loosens an opt-out", "Remove \"always\": it is true for this list");
        }

        if (by.Exists(static source => source.Kind is not (SuppressionKind.Email or SuppressionKind.Phone)))
        {
            mistakes.Add(node.Find("by")!, "an opt-out is known by e-mail address and number only", "Name e-mail and phone fields");
        }
    }

    private SuppressionListId? ReadList(FileNode? node)
    {
        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (SuppressionListId.TryParse(text, out var list))
        {
            return list;
        }

        mistakes.Add(node!, $"'{text}' is not a valid list name", $"Write {Slug.Form}");
        return null;
    }

    private List<SuppressionSource> ReadSources(FileNode? node, ConditionReader conditions)
    {
        var sources = new List<SuppressionSource>();
        var items = node.AsArray(mistakes);
        if (node is { Kind: FileNodeKind.Array } && items.Count is 0 or > MaxSources)
        {
            mistakes.Add(
                node,
                $"'by' names {items.Count} fields",
                $"Name 1 to {MaxSources}, such as \"email\", \"phone_1\", \"{SuppressionSource.Address}\", \"email.domain\"");
        }

        foreach (var item in items)
        {
            if (ReadSource(item, conditions) is { } source)
            {
                if (sources.Exists(other => other.Path == source.Path))
                {
                    mistakes.Add(item, $"'{source.Path}' is named twice", "Name each field once");
                }

                sources.Add(source);
            }
        }

        return sources;
    }

    private SuppressionSource? ReadSource(FileNode node, ConditionReader conditions)
    {
        if (node is { Kind: FileNodeKind.Text, Text: SuppressionSource.Address })
        {
            return new(SuppressionKind.Address, SuppressionSource.Address, null);
        }

        if (conditions.Operands.Read(node) is not { } operand)
        {
            return null;
        }

        if (KindOf(operand, conditions) is { } kind)
        {
            return new(kind, operand.Path, operand);
        }

        mistakes.Add(
            node,
            $"no suppression list holds what '{operand.Path}' is",
            $"Name an e-mail or phone field, the domain of an e-mail or web address (email.domain), or \"{SuppressionSource.Address}\" "
                + "for street and postal code");
        return null;
    }

    private static SuppressionKind? KindOf(FieldOperand operand, ConditionReader conditions)
    {
        var whole = conditions.Operands.TypeOf(operand);
        return (operand.Part, whole) switch
        {
            (null, EmailType) => SuppressionKind.Email,
            (null, PhoneType) => SuppressionKind.Phone,
            ({ } part, EmailType or UrlType) when DomainParts.Contains(part.Name) => SuppressionKind.Domain,
            _ => null,
        };
    }
}
