using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Rules;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Rules;

[TestClass]
public sealed class PolicyPropertyTests
{
    [TestMethod]
    public void G8_The_same_input_gives_the_same_decision() => ForSeeds(generated =>
    {
        var (rules, contract, lead) = (generated.Rules(), generated.Contract(), generated.Lead());
        var policy = PolicyOf(rules, contract);
        return Told(policy.Decide(lead)) == Told(policy.Decide(lead)) && Told(policy.Decide(lead)) == Told(PolicyOf(rules, contract).Decide(lead));
    });

    [TestMethod]
    public void G8_The_order_of_the_rules_does_not_matter_for_accept_or_reject() => ForSeeds(generated =>
    {
        var (rules, contract, lead) = (generated.Rules(), generated.Contract(), generated.Lead());
        var shuffled = PolicyOf(generated.Shuffled(rules), contract);
        return PolicyOf(rules, contract).Decide(lead).IsAccepted == shuffled.Decide(lead).IsAccepted;
    });

    [TestMethod]
    public void Adding_an_enforced_rule_never_turns_a_reject_into_an_accept() => ForSeeds(generated =>
    {
        var (rules, contract, lead) = (generated.Rules(), generated.Contract(), generated.Lead());
        var extra = generated.Rule(99);
        var enforced = extra with { Ground = extra.Ground with { Mode = RuleMode.Enforced } };
        return PolicyOf(rules, contract).Decide(lead).IsAccepted
            || !PolicyOf([.. rules, enforced], contract).Decide(lead).IsAccepted;
    });

    [TestMethod]
    public void G6_A_shadow_rule_never_changes_an_answer() => ForSeeds(generated =>
    {
        var (rules, contract, lead) = (generated.Rules(), generated.Contract(), generated.Lead());
        var extra = generated.Rule(99);
        var shadow = extra with { Ground = extra.Ground with { Mode = RuleMode.Shadow } };
        return Answer(PolicyOf(rules, contract).Decide(lead)) == Answer(PolicyOf([shadow, .. rules], contract).Decide(lead));
    });

    [TestMethod]
    public void G6_A_vendor_on_trial_is_rejected_only_by_what_holds_always() => ForSeeds(generated =>
    {
        var contract = new Contract(default) { Trial = true };
        var decision = PolicyOf(generated.Rules(), contract).Decide(generated.Lead());
        return decision.Findings.All(finding => finding.Effect == (finding.Ground switch
        {
            { Mode: RuleMode.Shadow } => Effect.Shadow,
            { Always: true } => Effect.Reject,
            _ => Effect.Trial,
        }));
    });

    [TestMethod]
    public void No_contract_loosens_a_rule_that_holds_always() => ForSeeds(generated =>
    {
        var (rules, contract, lead) = (generated.Rules(), generated.Contract(), generated.Lead());
        var legal = rules.Where(rule => rule.Ground.Always).ToList();
        return PolicyOf(legal, null).Decide(lead).IsAccepted || !PolicyOf(rules, contract).Decide(lead).IsAccepted;
    });

    [TestMethod]
    public void What_the_screen_rejects_is_rejected_by_all_rules() => ForSeeds(generated =>
    {
        var (policy, lead) = (PolicyOf(generated.Rules(), generated.Contract()), generated.Lead());
        return policy.Screen(lead).IsAccepted || !policy.Decide(lead).IsAccepted;
    });

    [TestMethod]
    public void An_explanation_decides_as_the_policy_does() => ForSeeds(generated =>
    {
        var (rules, contract, lead) = (generated.Rules(), generated.Contract(), generated.Lead());
        var policy = PolicyOf(rules, contract);
        var explanation = policy.Explain(lead);
        var held = explanation.Rules.Where(rule => rule.Holds).ToLookup(rule => rule.Finding.Ground.Reason.ToString().StartsWith("unreadable_", StringComparison.Ordinal), rule => rule.Finding);
        return Told(explanation.Decision) == Told(policy.Decide(lead))
            && held[false].Concat(held[true].DistinctBy(finding => (finding.Ground.Reason, finding.Effect))).SequenceEqual(explanation.Decision.Findings);
    });

    internal static Policy PolicyOf(IReadOnlyList<Rule> rules, Contract? contract)
    {
        var policy = new Policy(new Terms { Rules = rules });
        return contract is null ? policy : policy.Under(contract);
    }

    private static string Told(Decision decision) =>
        $"{Answer(decision)} {string.Join(",", decision.Findings.Select(finding => $"{finding.Ground.Id}:{finding.Effect}"))}";

    private static string Answer(Decision decision) =>
        $"{decision.IsAccepted} {string.Join(",", decision.Findings.Where(finding => finding.Effect == Effect.Reject).Select(finding => finding.Ground.Id))}";

    private static void ForSeeds(Func<Generated, bool> holds) =>
        Check.One(PropertyCases.Of(2000), Prop.ForAll<int>(seed => holds(new Generated(seed))));
}
