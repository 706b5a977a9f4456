using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>Enforced rules that together leave no value of a field with which a lead could be bought.</summary>
internal static class Contradictions
{
    private const int MaxNamed = 3;

    public static void Find(Inspection inspection)
    {
        var left = new Dictionary<string, FieldDomain>();
        var earlier = new Dictionary<string, List<Rule>>();
        var told = new HashSet<string>();
        foreach (var (rule, node) in inspection.Rules)
        {
            if (rule.Ground.Mode != RuleMode.Enforced)
            {
                continue;
            }

            foreach (var path in TestsToPass(rule).Select(wanted => wanted.Test.Subject).Distinct().ToList())
            {
                var domain = left.TryGetValue(path, out var known) ? known : left[path] = new();
                var before = earlier.TryGetValue(path, out var listed) ? listed : earlier[path] = [];
                Narrow(domain, rule, path);
                if ((domain.IsEmpty || domain.LacksValue) && told.Add(path))
                {
                    Tell(inspection.Mistakes, node, rule, path, before, domain.IsEmpty);
                }

                before.Add(rule);
            }
        }
    }

    private static void Tell(MistakeList mistakes, FileNode node, Rule rule, string path, List<Rule> before, bool everyLead)
    {
        var whom = everyLead ? "every lead" : $"every lead whose '{path}' is known";
        if (LeavesNothing(path, rule))
        {
            mistakes.Warn(
                node,
                $"the rule '{rule.Ground.Id}' rejects {whom}",
                "Rules say when to reject, not when to buy: reverse the condition, or correct it");
            return;
        }

        var partner = before.Find(other => LeavesNothing(path, other, rule));
        var ids = partner is not null ? [partner] : before.Take(MaxNamed);
        mistakes.Warn(
            node,
            $"the rule '{rule.Ground.Id}' and {string.Join(", ", ids.Select(other => $"'{other.Ground.Id}'"))} together reject {whom}",
            "No value passes all of them: correct one");
    }

    private static bool LeavesNothing(string path, params ReadOnlySpan<Rule> rules)
    {
        var domain = new FieldDomain();
        foreach (var rule in rules)
        {
            Narrow(domain, rule, path);
        }

        return domain.IsEmpty || domain.LacksValue;
    }

    private static void Narrow(FieldDomain domain, Rule rule, string path)
    {
        foreach (var (test, match) in TestsToPass(rule))
        {
            if (test.Subject == path)
            {
                domain.Narrow(test, match, orUnknown: !rule.RejectIndeterminate);
            }
        }
    }

    /// <summary>The tests that must all come out so for a lead to pass a rule; where one of several is enough, none is known.</summary>
    private static List<(FieldTest Test, bool Match)> TestsToPass(Rule rule) => Satisfiability.TestsOf([(rule.RejectWhen, false)], []);
}
