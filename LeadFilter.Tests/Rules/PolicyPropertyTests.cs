using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Rules;

namespace LeadFilter.Tests.Rules;

[TestClass]
public sealed class PolicyPropertyTests
{
    [TestMethod]
    public void G8_The_same_input_gives_the_same_decision() => ForSeeds(generated =>
    {
        var (rules, contract, lead) = (generated.Rules(), generated.Contract(), generated.Lead());
        var policy = new Policy(rules, [], null, contract);
        return Told(policy.Decide(lead)) == Told(policy.Decide(lead)) && Told(policy.Decide(lead)) == Told(new Policy(rules, [], null, contract).Decide(lead));
    });

    [TestMethod]
    public void G8_The_order_of_the_rules_does_not_matter_for_accept_or_reject() => ForSeeds(generated =>
    {
        var (rules, contract, lead) = (generated.Rules(), generated.Contract(), generated.Lead());
        var shuffled = new Policy(generated.Shuffled(rules), [], null, contract);
        return new Policy(rules, [], null, contract).Decide(lead).IsAccepted == shuffled.Decide(lead).IsAccepted;
    });

    [TestMethod]
    public void Adding_an_enforced_rule_never_turns_a_reject_into_an_accept() => ForSeeds(generated =>
    {
        var (rules, contract, lead) = (generated.Rules(), generated.Contract(), generated.Lead());
        var extra = generated.Rule(99);
        var enforced = extra with { Ground = extra.Ground with { Mode = RuleMode.Enforced } };
        return new Policy(rules, [], null, contract).Decide(lead).IsAccepted
            || !new Policy([.. rules, enforced], [], null, contract).Decide(lead).IsAccepted;
    });

    [TestMethod]
    public void G6_A_shadow_rule_never_changes_an_answer() => ForSeeds(generated =>
    {
        var (rules, contract, lead) = (generated.Rules(), generated.Contract(), generated.Lead());
        var extra = generated.Rule(99);
        var shadow = extra with { Ground = extra.Ground with { Mode = RuleMode.Shadow } };
        return Answer(new Policy(rules, [], null, contract).Decide(lead)) == Answer(new Policy([shadow, .. rules], [], null, contract).Decide(lead));
    });

    [TestMethod]
    public void G6_A_vendor_on_trial_is_never_rejected() => ForSeeds(generated =>
    {
        var contract = new Contract(default, null, null, Trial: true);
        return new Policy(generated.Rules(), [], null, contract).Decide(generated.Lead()).IsAccepted;
    });

    [TestMethod]
    public void An_explanation_decides_as_the_policy_does() => ForSeeds(generated =>
    {
        var (rules, contract, lead) = (generated.Rules(), generated.Contract(), generated.Lead());
        var policy = new Policy(rules, [], null, contract);
        var explanation = policy.Explain(lead);
        return Told(explanation.Decision) == Told(policy.Decide(lead))
            && explanation.Rules.Where(rule => rule.Holds).Select(rule => rule.Finding).SequenceEqual(explanation.Decision.Findings);
    });

    private static string Told(Decision decision) =>
        $"{Answer(decision)} {string.Join(",", decision.Findings.Select(finding => $"{finding.Ground.Id}:{finding.Effect}"))}";

    private static string Answer(Decision decision) =>
        $"{decision.IsAccepted} {string.Join(",", decision.Findings.Where(finding => finding.Effect == Effect.Reject).Select(finding => finding.Ground.Id))}";

    private static void ForSeeds(Func<Generated, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll<int>(seed => holds(new Generated(seed))));
}
