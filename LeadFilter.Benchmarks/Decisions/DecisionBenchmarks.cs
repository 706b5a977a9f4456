using BenchmarkDotNet.Attributes;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;

namespace LeadFilter.Benchmarks.Decisions;

/// <summary>A decision on 25 raw fields and 40 rules. Budget: 10 µs at the median, 3 KB allocated.</summary>
public class DecisionBenchmarks
{
    internal static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Campaign campaign = BenchmarkCampaign.Load(rules: 40);
    private Policy policy = null!;
    private Lead good = null!;
    private Lead bad = null!;

    [GlobalSetup]
    public void Standardize()
    {
        policy = campaign.PolicyWithoutContract;
        good = Read(BenchmarkCampaign.GoodLead);
        bad = Read(BenchmarkCampaign.BadLead);
    }

    [Benchmark(Description = "standardise 25 fields")]
    public Lead Standardise() => Read(BenchmarkCampaign.GoodLead);

    [Benchmark(Description = "40 rules, lead passes")]
    public Decision RulesOnGoodLead() => policy.Decide(good);

    [Benchmark(Description = "40 rules, 3 reject")]
    public Decision RulesOnBadLead() => policy.Decide(bad);

    [Benchmark(Description = "whole decision, lead passes", Baseline = true)]
    public Decision GoodLead() => policy.Decide(Read(BenchmarkCampaign.GoodLead));

    [Benchmark(Description = "whole decision, 3 reject")]
    public Decision BadLead() => policy.Decide(Read(BenchmarkCampaign.BadLead));

    private Lead Read(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var draft = new LeadDraft(campaign.Layout);
        for (var at = 0; at < fields.Count; at++)
        {
            draft.Add(fields[at].Key, fields[at].Value);
        }

        return draft.ToLead(Now);
    }
}
