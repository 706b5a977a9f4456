using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>Categories for which no vendor accepts rejections, so that their rules cost time and change nothing.</summary>
internal static class UnacceptedCategories
{
    /// <summary>The sections that reject under a category of their own, or of a rule.</summary>
    private static readonly (string Section, Category Category)[] Sections =
    [
        ("duplicates", Category.Duplicate), ("score", Category.Score), ("noBid", Category.Criteria), ("suppression", Category.Suppressed),
        ("caps", Category.Capacity), ("hours", Category.Capacity),
    ];

    public static void Find(Inspection inspection)
    {
        var contracts = inspection.Campaign.Policies.Values.Select(policy => policy.Contract).OfType<Contract>().ToList();
        if (contracts.Count == 0)
        {
            return;
        }

        var told = new HashSet<Category>();
        foreach (var (rule, node) in inspection.Rules)
        {
            if (rule.Ground is { Always: false, Mode: RuleMode.Enforced })
            {
                Look(rule.Ground.Category, node.Find("category") ?? node);
            }
        }

        foreach (var (section, category) in Sections)
        {
            if (inspection.Root.Find(section) is { } node && IsEnforced(node))
            {
                Look(category, node);
            }
        }

        static bool IsEnforced(FileNode node) =>
            node.Kind == FileNodeKind.Array
                ? node.Items.Any(IsEnforced)
                : node.Find("mode") is null or { Text: "enforced" } && node.Find("always") is not { Text: "true" };

        void Look(Category category, FileNode node)
        {
            if (contracts.TrueForAll(contract => contract.Rejects?.Contains(category) == false) && told.Add(category))
            {
                inspection.Mistakes.Warn(
                    node,
                    $"no vendor accepts rejections for {CategoryName.Of(category)}, so nothing is rejected for it",
                    "Add the category to a contract's \"rejects\", or make the rule a shadow");
            }
        }
    }
}
