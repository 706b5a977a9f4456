using BenchmarkDotNet.Attributes;
using FluentValidation.Results;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;

namespace LeadFilter.Benchmarks.Decisions;

/// <summary>
/// The rules alone, on a lead that passes them all. Budget: 40 rules in 0.4 µs without allocation, at least four times as fast as the same
/// rules in FluentValidation, and 1,000 rules in 25 times as long at most. "All different": no condition is shared between rules.
/// </summary>
public class RuleBenchmarks
{
    private Policy forty = null!;
    private Policy thousand = null!;
    private Policy different = null!;
    private Lead lead = null!;
    private FluentRules fluent = null!;
    private StandardLead standard = null!;

    [GlobalSetup]
    public void Compile()
    {
        var campaign = BenchmarkCampaign.Load(rules: 40);
        forty = campaign.PolicyWithoutContract;
        thousand = BenchmarkCampaign.Load(rules: 1000).PolicyWithoutContract;
        different = BenchmarkCampaign.LoadDifferent(rules: 40).PolicyWithoutContract;
        var draft = new LeadDraft(campaign.Layout);
        foreach (var (name, raw) in BenchmarkCampaign.GoodLead)
        {
            draft.Add(name, raw);
        }

        lead = draft.ToLead(DecisionBenchmarks.Now);
        fluent = new(rules: 40);
        standard = new(lead);
        if (!forty.Decide(lead).IsAccepted
            || !thousand.Decide(lead).IsAccepted
            || !different.Decide(lead).IsAccepted
            || !fluent.Validate(standard).IsValid)
        {
            throw new InvalidOperationException("The lead does not pass all rules.");
        }
    }

    [Benchmark(Description = "40 rules", Baseline = true)]
    public Decision Forty() => forty.Decide(lead);

    [Benchmark(Description = "40 rules, all different")]
    public Decision Different() => different.Decide(lead);

    [Benchmark(Description = "1,000 rules")]
    public Decision Thousand() => thousand.Decide(lead);

    [Benchmark(Description = "40 rules in FluentValidation")]
    public ValidationResult Fluent() => fluent.Validate(standard);
}
