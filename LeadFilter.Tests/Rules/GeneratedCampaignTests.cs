using System.Globalization;
using LeadFilter.Core.Decisions;

namespace LeadFilter.Tests.Rules;

/// <summary>Campaigns of the whole language, made from seeds. LEADFILTER_CAMPAIGNS sets how many; a seed that fails is named.</summary>
[TestClass]
public sealed class GeneratedCampaignTests
{
    private const int LeadsEach = 5;

    internal static readonly int Campaigns =
        int.TryParse(Environment.GetEnvironmentVariable("LEADFILTER_CAMPAIGNS"), CultureInfo.InvariantCulture, out var count) ? count : 10_000;

    [TestMethod]
    public void The_compiled_policy_agrees_with_a_naive_interpreter()
    {
        var accepted = 0;
        for (var seed = 0; seed < Campaigns; seed++)
        {
            var generated = new Generated(seed);
            var (rules, contract) = (generated.Rules(), generated.Contract());
            var policy = PolicyPropertyTests.PolicyOf(rules, contract);
            for (var at = 0; at < LeadsEach; at++)
            {
                var lead = generated.Lead();
                var expected = NaiveInterpreter.Decide(rules, contract, lead);
                var decision = policy.Decide(lead);
                accepted += expected.Accepted ? 1 : 0;
                Assert.AreEqual(string.Join(", ", expected.Findings), Told(decision), $"seed {seed}, lead {at}");
                Assert.AreEqual(expected.Reason, decision.Primary?.Ground.Reason.ToString(), $"seed {seed}, lead {at}");
            }
        }

        // Neither so strict nor so lax that nothing is compared.
        Assert.IsTrue(accepted > Campaigns * LeadsEach / 10 && accepted < Campaigns * LeadsEach * 9 / 10, $"{accepted} accepted");
    }

    [TestMethod]
    public void A_campaign_file_decides_as_the_rules_that_were_written_into_it()
    {
        for (var seed = 0; seed < Campaigns / 25; seed++)
        {
            var generated = new Generated(seed);
            var rules = generated.Rules();
            var policy = PolicyPropertyTests.PolicyOf(rules, null);
            var result = GeneratedCampaignFile.Load(GeneratedCampaignFile.Json(generated, rules), generated);
            Assert.AreEqual("", string.Join('\n', result.Mistakes), $"seed {seed}");
            var campaign = result.Value!;
            for (var at = 0; at < LeadsEach; at++)
            {
                var raws = generated.Raws();
                var expected = policy.Decide(Generated.Lead(raws, Generated.Layout));
                Assert.AreEqual(Told(expected), Told(campaign.PolicyWithoutContract.Decide(Generated.Lead(raws, campaign.Layout))), $"seed {seed}, lead {at}");
            }
        }
    }

    private static string Told(Decision decision) => string.Join(", ", decision.Findings.Select(finding => $"{finding.Ground.Id}:{finding.Effect}"));
}
