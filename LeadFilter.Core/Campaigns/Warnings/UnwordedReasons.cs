namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>Rules and suppression lists whose reason has no text: vendors' people read the code instead.</summary>
internal static class UnwordedReasons
{
    public static void Find(Inspection inspection)
    {
        foreach (var (rule, node) in inspection.RulesAndLists)
        {
            if (node.Find("text") is null)
            {
                inspection.Mistakes.Warn(
                    node.Find("reason") ?? node,
                    $"the reason '{rule.Ground.Reason}' has no text, so vendors see '{rule.Ground.Text}'",
                    "Add \"text\": what is wrong with the lead, in a sentence");
            }
        }
    }
}
