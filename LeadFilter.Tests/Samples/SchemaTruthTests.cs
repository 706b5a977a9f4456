using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Rules;
using NJsonSchema;

namespace LeadFilter.Tests.Samples;

/// <summary>
/// What the filter takes, the schema takes; so what an editor underlines, the filter refuses. Tried on generated campaigns, and on the whole
/// language with something put into the wrong place. LEADFILTER_CAMPAIGNS sets how many.
/// </summary>
[TestClass]
public sealed class SchemaTruthTests
{
    private const int MostTold = 40;

    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(SampleFiles.Read("campaigns", "campaign.schema.json")));

    [TestMethod]
    public async Task A_generated_campaign_that_loads_fits_the_schema()
    {
        var schema = await Schema.Value;
        for (var seed = 0; seed < GeneratedCampaignTests.Campaigns / 200; seed++)
        {
            var generated = new Generated(seed);
            var rules = generated.Rules();
            var json = GeneratedCampaignFile.Json(generated, rules);
            Assert.AreEqual("", string.Join('\n', GeneratedCampaignFile.Load(json, generated).Mistakes), $"seed {seed}");
            Assert.AreEqual("", string.Join('\n', schema.Validate(WithoutTrailingComma(json))), $"seed {seed}");
        }
    }

    [TestMethod]
    public async Task What_the_schema_refuses_does_not_load()
    {
        var schema = await Schema.Value;
        var (differences, loaded) = (new Dictionary<string, string>(), 0);
        for (var seed = 0; seed < GeneratedCampaignTests.Campaigns / 25 && differences.Count < MostTold; seed++)
        {
            var (json, change) = Mutated(new Random(seed));
            if (WholeCampaign.Load(json).Mistakes.Count > 0)
            {
                continue;
            }

            loaded++;
            if (schema.Validate(json).FirstOrDefault() is { } error)
            {
                differences.TryAdd(Regex.Replace(change, "[0-9]+", "N", RegexOptions.None, TimeSpan.FromSeconds(1)), $"seed {seed}: {change}: it loads, and the schema says {error.Kind} at {error.Path}");
            }
        }

        Assert.AreEqual("", string.Join('\n', differences.Values));
        Assert.IsTrue(loaded > GeneratedCampaignTests.Campaigns / 250, $"only {loaded} loaded");
    }

    private static string WithoutTrailingComma(string json) => JsonNode.Parse(json, null, new() { AllowTrailingCommas = true })!.ToJsonString();

    private static (string Json, string Change) Mutated(Random random)
    {
        var root = JsonNode.Parse(WholeCampaign.Json)!;
        root["examples"] = new JsonArray();
        var places = Places(root).ToList();
        var place = places[random.Next(places.Count)];
        var (path, parent) = (place.GetPath(), place.Parent!);
        var other = random.Next(14) switch
        {
            0 => null,
            1 => JsonValue.Create(5),
            2 => JsonValue.Create("zz9"),
            3 => JsonValue.Create(true),
            4 => new JsonObject(),
            5 => new JsonArray(),
            6 => new JsonArray(place.DeepClone()),
            7 => JsonValue.Create(-1),
            8 => JsonValue.Create(0.5),
            9 => JsonValue.Create(""),
            10 => JsonValue.Create(place.ToJsonString().Trim('"')),
            11 => Removed,
            12 => place is JsonObject one ? With(one, "zz9", 1) : place is JsonArray list ? With(list) : JsonValue.Create("state"),
            _ => places[random.Next(places.Count)].DeepClone(),
        };
        if (parent is JsonObject members)
        {
            var name = place.GetPropertyName();
            if (ReferenceEquals(other, Removed))
            {
                members.Remove(name);
            }
            else
            {
                members[name] = other;
            }
        }
        else if (ReferenceEquals(other, Removed))
        {
            parent.AsArray().Remove(place);
        }
        else
        {
            parent.AsArray()[place.GetElementIndex()] = other;
        }

        return (root.ToJsonString(), $"{path} = {(ReferenceEquals(other, Removed) ? "removed" : other?.ToJsonString() ?? "null")}");
    }

    private static readonly JsonNode Removed = new JsonObject();

    private static JsonNode With(JsonObject node, string name, int value)
    {
        var clone = node.DeepClone();
        clone[name] = value;
        return clone;
    }

    private static JsonArray With(JsonArray node)
    {
        var clone = node.DeepClone().AsArray();
        clone.Add(clone.Count == 0 ? 1 : clone[0]!.DeepClone());
        return clone;
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject found => found.SelectMany(member => member.Value is null ? [] : Places(member.Value).Prepend(member.Value)),
        JsonArray list => list.SelectMany(item => item is null ? [] : Places(item).Prepend(item)),
        _ => [],
    };
}
