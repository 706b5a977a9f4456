using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>Rules that no example shows rejecting: nothing proves that they do what was meant.</summary>
internal static class UnshownRules
{
    public static void Find(Inspection inspection)
    {
        var enforced = inspection.Rules.Where(entry => entry.Rule.Ground.Mode == RuleMode.Enforced).ToList();
        if (enforced.Count > 0 && inspection.Root.Find("examples") is null or { Items.Count: 0 })
        {
            inspection.Mistakes.Warn(
                inspection.Root,
                "no example shows what the rules do",
                "Add \"examples\": [ { \"lead\": { … }, \"expect\": \"accept\" } ], and one for each rule");
            return;
        }

        foreach (var (rule, node) in enforced)
        {
            if (!inspection.Shown.Contains(rule.Ground.Id))
            {
                inspection.Mistakes.Warn(
                    node,
                    $"no example is rejected by the rule '{rule.Ground.Id}'",
                    $"Add {{ \"lead\": {{ … }}, \"expect\": \"{rule.Ground.Reason}\" }} to \"examples\", a lead that no rule before it "
                        + "rejects");
            }
        }
    }
}
