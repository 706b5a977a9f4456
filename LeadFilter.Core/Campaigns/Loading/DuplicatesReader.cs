using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Files;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the section <c>duplicates</c>.</summary>
internal sealed class DuplicatesReader(ConditionReader conditions, RuleReader rules, MistakeList mistakes)
{
    private const int MaxFields = 8;

    public (DuplicatePlan? Plan, Ground? Ground) Read(FileNode? section)
    {
        if (section.AsObject(mistakes) is not { } found)
        {
            return default;
        }

        found.OnlyKeys(mistakes, "by", "match", "windowDays", "text", "mode");
        var byNode = found.Required("by", mistakes, "Add \"by\": [ \"email\", \"phone_1\" ]");
        var nodes = byNode.AsArray(mistakes);
        if (byNode is { Kind: FileNodeKind.Array } && nodes.Count is 0 or > MaxFields)
        {
            mistakes.Add(byNode, $"'by' names {nodes.Count} fields", $"Name 1 to {MaxFields} fields that identify a person");
        }

        var by = new List<FieldOperand>();
        foreach (var node in nodes)
        {
            if (conditions.ReadOperand(node) is not { } operand)
            {
                continue;
            }

            if (by.Exists(other => other.Path == operand.Path))
            {
                mistakes.Add(node, $"'{operand.Path}' is named twice", "Name each field once");
            }

            by.Add(operand);
        }

        var matchAll = found.Find("match").AsWord(mistakes, "any", "all") == "all";
        var days = found.Required("windowDays", mistakes, "Add \"windowDays\": 90").AsDecimal(1, 3650, mistakes);
        var wording = found.Find("text").AsText(mistakes);
        var mode = rules.ReadMode(found.Find("mode"));
        if (days is not { } window || by.Count == 0)
        {
            return default;
        }

        var text = wording ?? $"Duplicate of a lead received in the last {window} days";
        var ground = new Ground("duplicates", Category.Duplicate, ReasonCode.Duplicate, text, mode);
        return (new(by, matchAll, TimeSpan.FromDays((double)window)), ground);
    }
}
