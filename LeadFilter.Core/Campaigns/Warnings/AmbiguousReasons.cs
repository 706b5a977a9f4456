using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>Reasons that stand for two categories: reports and contracts cannot tell them apart by the code.</summary>
internal static class AmbiguousReasons
{
    public static void Find(Inspection inspection)
    {
        var first = new Dictionary<ReasonCode, Ground>();
        foreach (var (rule, node) in inspection.RulesAndLists)
        {
            var ground = rule.Ground;
            if (!first.TryAdd(ground.Reason, ground) && first[ground.Reason] is var other && other.Category != ground.Category)
            {
                inspection.Mistakes.Warn(
                    node.Find("reason") ?? node,
                    $"the reason '{ground.Reason}' is of the category {CategoryName.Of(ground.Category)} here and "
                        + $"{CategoryName.Of(other.Category)} in the rule '{other.Id}'",
                    "Give each category reasons of its own");
            }
        }
    }
}
