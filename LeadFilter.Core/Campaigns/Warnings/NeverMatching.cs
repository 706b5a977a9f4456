using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>Conditions that no lead can meet, of rules, prices, points and caps.</summary>
internal static class NeverMatching
{
    public static void Find(Inspection inspection)
    {
        foreach (var (rule, node) in inspection.Rules)
        {
            if (rule.Ground.Mode != RuleMode.Off && !rule.RejectIndeterminate)
            {
                Look(rule.RejectWhen, node.Find("rejectWhen"), "so this rule never rejects", inspection.Mistakes);
            }
        }

        foreach (var (price, node) in inspection.Terms.Prices.Zip(inspection.Root.Find("prices")?.Items ?? []))
        {
            Look(price.When, node.Find("when"), "so this price is never paid", inspection.Mistakes);
        }

        var pointNodes = inspection.Root.Find("score")?.Find("points")?.Items ?? [];
        foreach (var (point, node) in (inspection.Terms.Score?.Points ?? []).Zip(pointNodes))
        {
            Look(point.When, node.Find("when"), "so these points are never given", inspection.Mistakes);
        }

        foreach (var (cap, node) in inspection.Terms.Caps.Zip(inspection.Root.Find("caps")?.Items ?? []))
        {
            Look(cap.When, node.Find("when"), "so this cap counts no lead", inspection.Mistakes);
        }
    }

    private static void Look(Condition? condition, FileNode? node, string consequence, MistakeList mistakes)
    {
        if (condition is not null && node is not null && !Satisfiability.CanMatch(condition))
        {
            mistakes.Warn(
                node,
                $"this condition can never match, {consequence}",
                "Its tests contradict each other: write 'any' if one is enough, or correct their values");
        }
    }
}
