using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>
/// Reads what a look-up's failure means. One that rejects is a rule on <c>NAME.failed</c>, so that contracts and modes hold for it.
/// </summary>
internal sealed class FailureReader(ConditionReader conditions, RuleReader rules, MistakeList mistakes)
{
    private const string Wording = "The lead could not be checked";

    /// <summary>Reads it.</summary>
    /// <returns>Whether the campaign decides nothing without the look-up, and the rule that its failure breaks.</returns>
    public (bool IsNeeded, Rule? Rule) Read(LookupDraft draft)
    {
        var onFailure = draft.Node.Find("onFailure").AsWord(mistakes, "ignore", "reject", "error");
        if (onFailure != "reject")
        {
            foreach (var (name, node) in draft.Node.Members)
            {
                if (name is "reason" or "category" or "text" or "mode")
                {
                    mistakes.Add(node, $"'{name}' belongs to \"onFailure\": \"reject\"", "Add that, or remove this key");
                }
            }

            return (onFailure == "error", null);
        }

        var category = rules.ReadCategory(draft.Node.Required(
            "category",
            mistakes,
            $"Say why such leads are bad: \"category\": one of {string.Join(", ", RuleReader.RuleCategories)}"));
        var reasonNode = draft.Node.Find("reason");
        var reason = reasonNode is null ? OwnReason(draft.Name) : rules.ReadReason(reasonNode);
        var text = draft.Node.Find("text").AsText(mistakes) ?? Wording;
        var mode = rules.ReadMode(draft.Node.Find("mode"));
        return category is { } known && reason is { } code
            ? (false, new(new($"lookup-{draft.Name}", known, code, text, mode), new FieldTest(FailedOf(draft), IsTrue(), []), false))
            : (false, null);
    }

    private static ReasonCode? OwnReason(string lookup) => ReasonCode.TryParse($"{lookup}_failed", out var code) ? code : null;

    private static Operator IsTrue() => Operator.All.First(op => op is { Key: "is", Word: "true" });

    private FieldOperand FailedOf(LookupDraft draft) => conditions.Operands.Read(
        new FileNode(FileNodeKind.Text, draft.Node.Path, draft.Node.Line, draft.Node.Column, $"{draft.Name}.{LookupPlan.FailedName}"))!;
}
