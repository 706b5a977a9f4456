using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>Rules that ask fields of a type, of which nothing says what becomes of answers that cannot be read: they are bought.</summary>
internal static class UnsaidUnreadable
{
    /// <summary>No type reads it but those that take whatever is written.</summary>
    private const string NoAnswer = "?!";

    private const int MaxNamed = 3;

    public static void Find(Inspection inspection)
    {
        var unsaid = inspection.Rules
            .Where(entry => entry.Rule is { OnUnreadable: UnreadableAnswers.AsMissing, RejectIndeterminate: false }
                && entry.Rule.Ground.Mode != RuleMode.Off)
            .Select(entry => (entry.Rule.Ground.Id, entry.Node, Field: AskedField(entry.Rule, inspection.Campaign.Layout)))
            .Where(entry => entry.Field is not null)
            .ToList();
        if (unsaid.Count == 0)
        {
            return;
        }

        var named = string.Join(", ", unsaid.Take(MaxNamed).Select(entry => $"'{entry.Id}' ({entry.Field})"));
        var more = unsaid.Count > MaxNamed ? $" and {unsaid.Count - MaxNamed} more" : "";
        inspection.Mistakes.Warn(
            inspection.Root.Find("rules")!,
            $"nothing says what becomes of answers that cannot be read, so that they count as not asked: {named}{more}",
            "Add \"onUnreadable\": \"reject\" (or \"accept\") to the campaign, or to each of these rules");
    }

    /// <summary>The first field of a type whose unreadable answer leaves the rule undecided; null if there is none.</summary>
    private static string? AskedField(Rule rule, FieldLayout layout)
    {
        var check = ConditionCompiler.CompileAlone(rule.RejectWhen);
        return rule.RejectWhen.Operands
            .Where(operand => operand is { Fact: null, IsLookedUp: false } && !layout.Fields[operand.Slot].Type.HoldsWords)
            .Select(static operand => operand.FieldName)
            .Distinct()
            .FirstOrDefault(field =>
            {
                var draft = new LeadDraft(layout);
                draft.Add(field, NoAnswer);
                return check(draft.ToLead(DateTimeOffset.UnixEpoch)) == Truth.Unreadable;
            });
    }
}
