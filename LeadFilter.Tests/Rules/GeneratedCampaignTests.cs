using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Rules;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Rules;

/// <summary>Campaigns of the whole language, made from seeds. LEADFILTER_CAMPAIGNS sets how many; a seed that fails is named.</summary>
[TestClass]
public sealed class GeneratedCampaignTests
{
    private const int LeadsEach = 5;

    private static readonly int Campaigns =
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
            var campaign = Loaded(generated, rules, seed);
            for (var at = 0; at < LeadsEach; at++)
            {
                var raws = generated.Raws();
                var expected = policy.Decide(Generated.Lead(raws, Generated.Layout));
                Assert.AreEqual(Told(expected), Told(campaign.PolicyWithoutContract.Decide(Generated.Lead(raws, campaign.Layout))), $"seed {seed}, lead {at}");
            }
        }
    }

    private static string Told(Decision decision) => string.Join(", ", decision.Findings.Select(finding => $"{finding.Ground.Id}:{finding.Effect}"));

    private static Campaign Loaded(Generated generated, IReadOnlyList<Rule> rules, int seed)
    {
        var conditions = generated.Conditions;
        var names = conditions.Lists.Select((list, at) => (list.Set, Name: $"list-{at}")).ToDictionary(list => list.Set, list => list.Name);
        var texts = conditions.Lists.ToDictionary(list => $"lists/{names[list.Set]}.txt", list => string.Join('\n', list.Values.Select(value => value.Text)));
        var json = CampaignText.With(
            ("timeZone", "\"UTC\""),
            ("rules", new JsonArray([.. rules.Select(rule => RuleJson(rule, names))]).ToJsonString()),
            ("lists", new JsonObject(names.Values.Select(name => KeyValuePair.Create(name, (JsonNode?)$"lists/{name}.txt"))).ToJsonString()),
            ("conditions", new JsonObject(conditions.Named.Select(named => KeyValuePair.Create(named.Name, (JsonNode?)ConditionJson.Write(named.Meaning, names)))).ToJsonString()));
        var result = CampaignLoader.Load("loans.json", Encoding.UTF8.GetBytes(json), TestCampaign.Vendors, path => Encoding.UTF8.GetBytes(texts[path]));
        Assert.AreEqual("", string.Join('\n', result.Mistakes), $"seed {seed}");
        return result.Value!;
    }

    private static JsonObject RuleJson(Rule rule, Dictionary<Core.Conditions.ValueSet, string> lists)
    {
        var json = new JsonObject
        {
            ["id"] = rule.Ground.Id,
            ["category"] = "criteria",
            ["reason"] = rule.Ground.Reason.ToString(),
            ["mode"] = rule.Ground.Mode.ToString().ToLowerInvariant(),
            ["rejectWhen"] = ConditionJson.Write(rule.RejectWhen, lists),
        };
        if (rule.RejectIndeterminate)
        {
            json["onMissing"] = "reject";
        }

        if (rule.OnUnreadable != UnreadableAnswers.AsMissing)
        {
            json["onUnreadable"] = rule.OnUnreadable.ToString().ToLowerInvariant();
        }

        return json;
    }
}
