using System.Text;
using System.Text.Json.Nodes;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Rules;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Rules;

/// <summary>Generated rules as a campaign file.</summary>
internal static class GeneratedCampaignFile
{
    public static string Json(Generated generated, IReadOnlyList<Rule> rules)
    {
        var names = Names(generated);
        return CampaignText.With(
            ("timeZone", "\"UTC\""),
            ("rules", new JsonArray([.. rules.Select(rule => RuleJson(rule, names))]).ToJsonString()),
            ("lists", new JsonObject(names.Values.Select(name => KeyValuePair.Create(name, (JsonNode?)$"lists/{name}.txt"))).ToJsonString()),
            ("conditions", new JsonObject(generated.Conditions.Named.Select(named => KeyValuePair.Create(named.Name, (JsonNode?)ConditionJson.Write(named.Meaning, names)))).ToJsonString()));
    }

    public static LoadResult<Campaign> Load(string json, Generated generated)
    {
        var names = Names(generated);
        var texts = generated.Conditions.Lists.ToDictionary(list => $"lists/{names[list.Set]}.txt", list => string.Join('\n', list.Values.Select(value => value.Text)));
        return CampaignLoader.Load(
            "loans.json",
            Encoding.UTF8.GetBytes(json),
            TestCampaign.Vendors,
            path => texts.TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : null);
    }

    private static Dictionary<ValueSet, string> Names(Generated generated) =>
        generated.Conditions.Lists.Select((list, at) => (list.Set, Name: $"list-{at}")).ToDictionary(list => list.Set, list => list.Name);

    private static JsonObject RuleJson(Rule rule, Dictionary<ValueSet, string> lists)
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
