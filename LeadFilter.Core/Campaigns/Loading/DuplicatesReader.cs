using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the section <c>duplicates</c>: a plan, or an array of them.</summary>
internal sealed class DuplicatesReader(ConditionReader conditions, RuleReader rules, MistakeList mistakes)
{
    private const int MaxFields = 8;
    private const int MaxPlans = 8;
    private const string SectionId = "duplicates";

    private static readonly string[] ActionWords = ["reject", "touchpoint"];

    public (IReadOnlyList<DuplicatePlan> Plans, IReadOnlyList<DuplicateGround> Grounds) Read(FileNode? section)
    {
        var (plans, grounds) = (new List<DuplicatePlan>(), new List<DuplicateGround>());
        if (section is { Kind: FileNodeKind.Array } && section.Items.Count is 0 or > MaxPlans)
        {
            mistakes.Add(section, $"there are {section.Items.Count} plans", $"Write 1 to {MaxPlans}, or remove \"duplicates\"");
        }

        foreach (var node in section is { Kind: FileNodeKind.Array } ? section.Items : section is null ? [] : [section])
        {
            if (ReadPlan(node) is var (plan, ground))
            {
                if (grounds.Exists(other => other.Ground.Id == ground.Ground.Id))
                {
                    mistakes.Add(
                        node.Find("id") ?? node,
                        $"another plan has the id '{ground.Ground.Id}'",
                        "Give each plan an \"id\" of its own");
                }

                plans.Add(plan);
                grounds.Add(ground);
            }
        }

        return (plans, grounds);
    }

    /// <summary>What a vendor's contract says about duplicates; null if nothing.</summary>
    public static DuplicateAction? ReadAction(FileNode? node, MistakeList mistakes) => node.AsWord(mistakes, ActionWords) switch
    {
        "touchpoint" => DuplicateAction.Touchpoint,
        "reject" => DuplicateAction.Reject,
        _ => null,
    };

    private (DuplicatePlan Plan, DuplicateGround Ground)? ReadPlan(FileNode node)
    {
        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        node.OnlyKeys(mistakes, "id", "by", "match", "windowDays", "scope", "action", "text", "mode");
        var id = ReadId(node.Find("id"));
        var by = ReadFields(node.Required("by", mistakes, "Add \"by\": [ \"email\", \"phone_1\" ]"));
        var matchAll = node.Find("match").AsWord(mistakes, "any", "all") == "all";
        var days = node.Required("windowDays", mistakes, "Add \"windowDays\": 90").AsDecimal(1, 3650, mistakes);
        var scope = node.Find("scope").AsWord(mistakes, "campaign", "vendor", "installation") switch
        {
            "vendor" => DuplicateScope.Vendor,
            "installation" => DuplicateScope.Installation,
            _ => DuplicateScope.Campaign,
        };
        var action = ReadAction(node.Find("action"), mistakes) ?? DuplicateAction.Reject;
        var wording = node.Find("text").AsText(mistakes);
        var mode = rules.ReadMode(node.Find("mode"));
        if (days is not { } window || by.Count == 0)
        {
            return null;
        }

        var text = wording ?? $"Duplicate of a lead received in the last {window} days";
        var ground = new Ground(id is null ? SectionId : $"{SectionId}.{id}", Category.Duplicate, ReasonCode.Duplicate, text, mode);
        return (new(by, matchAll, TimeSpan.FromDays((double)window), scope), new(ground, action));
    }

    private string? ReadId(FileNode? node)
    {
        var id = node.AsText(mistakes);
        if (id is not null && !Slug.IsSlug(id))
        {
            mistakes.Add(node!, $"'{id}' is not a valid id", $"Write {Slug.Form}");
        }

        return id;
    }

    private List<FieldOperand> ReadFields(FileNode? section)
    {
        var nodes = section.AsArray(mistakes);
        if (section is { Kind: FileNodeKind.Array } && nodes.Count is 0 or > MaxFields)
        {
            mistakes.Add(section, $"'by' names {nodes.Count} fields", $"Name 1 to {MaxFields} fields that identify a person");
        }

        var by = new List<FieldOperand>();
        foreach (var node in nodes)
        {
            if (conditions.Operands.Read(node) is not { } operand)
            {
                continue;
            }

            if (operand.IsLookedUp)
            {
                mistakes.Add(node, $"'{operand.Path}' is looked up and identifies nobody", "Name fields that the lead has");
            }

            if (by.Exists(other => other.Path == operand.Path))
            {
                mistakes.Add(node, $"'{operand.Path}' is named twice", "Name each field once");
            }

            by.Add(operand);
        }

        return by;
    }
}
