using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Conditions;
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
    private const int MaxDays = 3650;
    private const int MaxMonths = 120;
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

        node.OnlyKeys(mistakes, "id", "by", "match", "windowDays", "window", "scope", "action", "text", "mode");
        var id = ReadId(node.Find("id"));
        var by = ReadFields(node.Required("by", mistakes, "Add \"by\": [ \"email\", \"phone_1\" ]"));
        var matchAll = node.Find("match").AsWord(mistakes, "any", "all") == "all";
        var window = ReadWindow(node);
        var scope = node.Find("scope").AsWord(mistakes, "campaign", "vendor", "installation") switch
        {
            "vendor" => DuplicateScope.Vendor,
            "installation" => DuplicateScope.Installation,
            _ => DuplicateScope.Campaign,
        };
        var action = ReadAction(node.Find("action"), mistakes) ?? DuplicateAction.Reject;
        var wording = node.Find("text").AsText(mistakes);
        var mode = rules.ReadMode(node.Find("mode"));
        if (window is not var (length, words) || by.Count == 0)
        {
            return null;
        }

        var text = wording ?? $"Duplicate of a lead received in the last {words}";
        var ground = new Ground(id is null ? SectionId : $"{SectionId}.{id}", Category.Duplicate, ReasonCode.Duplicate, text, mode);
        return (new(by, matchAll, length, scope), new(ground, action));
    }

    /// <summary>How long a purchase counts, and the same in words.</summary>
    private (TimeSpan Length, string Words)? ReadWindow(FileNode node)
    {
        if (node.Find("window") is not { } written)
        {
            return node.Required("windowDays", mistakes, "Add \"windowDays\": 90, or \"window\": \"3 months\"")
                .AsDecimal(1, MaxDays, mistakes) is { } days
                ? (TimeSpan.FromDays((double)days), $"{days} days")
                : null;
        }

        if (node.Find("windowDays") is { } twice)
        {
            mistakes.Add(twice, "this plan has 'window' and 'windowDays'", "Keep one of them");
            return null;
        }

        if (written.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (!Duration.TryParse(text, out var duration))
        {
            mistakes.Add(written, $"'{text}' is not a length of time", $"Write {Duration.Form}");
            return null;
        }

        var length = duration.AtLongest;
        if (length < TimeSpan.FromDays(1) || (duration.Months == 0 ? length > TimeSpan.FromDays(MaxDays) : duration.Months > MaxMonths))
        {
            mistakes.Add(written, $"'{text}' is out of range", $"Write a length of time from 1 day to {MaxDays} days or 10 years");
            return null;
        }

        return (length, text.Trim());
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
