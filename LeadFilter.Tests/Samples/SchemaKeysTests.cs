using System.Text.Json.Nodes;
using LeadFilter.Tests.Folders;
using NJsonSchema;

namespace LeadFilter.Tests.Samples;

/// <summary>
/// campaign.schema.json knows the keys that the loader knows, and no others: at every place of <see cref="WholeCampaign"/> a key
/// that nobody knows is put in, and the loader's message lists those that it knows.
/// </summary>
[TestClass]
public sealed class SchemaKeysTests
{
    private const string Stray = "zz9";
    private const string Known = "use one of: ";

    private readonly JsonObject schema = SampleFiles.ReadJson("campaigns", "campaign.schema.json");
    private readonly JsonNode whole = JsonNode.Parse(WholeCampaign.Json)!;
    private readonly HashSet<JsonObject> visited = [];
    private readonly List<string> differences = [];

    [TestMethod]
    public void The_whole_campaign_loads() => Assert.AreEqual("", string.Join('\n', WholeCampaign.Load(WholeCampaign.Json).Mistakes));

    [TestMethod]
    public async Task The_whole_campaign_fits_the_schema() =>
        Assert.AreEqual("", string.Join('\n', (await JsonSchema.FromJsonAsync(schema.ToJsonString())).Validate(WholeCampaign.Json)));

    [TestMethod]
    public void The_schema_has_the_keys_that_the_loader_knows()
    {
        Visit(whole, schema);

        Assert.AreEqual("", string.Join('\n', differences));
    }

    [TestMethod]
    public void Every_place_of_the_schema_is_compared()
    {
        Visit(whole, schema);

        Assert.AreEqual("", string.Join('\n', Closed(schema).Where(place => !visited.Contains(place)).Select(place => $"Put it into WholeCampaign: {place.GetPath()}")));
    }

    private void Visit(JsonNode? node, JsonNode? place)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Visit(item, Resolve(place).Select(one => one["items"]).OfType<JsonObject>().FirstOrDefault());
            }
        }

        if (node is not JsonObject keys || place is null)
        {
            return;
        }

        var forms = Resolve(place).Where(form => form["properties"] is not null || form["patternProperties"] is not null || form["additionalProperties"] is JsonObject).ToList();
        var fitting = forms.Where(form => Fits(keys, form)).ToList();
        visited.UnionWith(fitting);
        if (forms.Any(form => form["properties"] is not null && form["patternProperties"] is null) && !IsGroup(keys))
        {
            // The loader knows one test, the schema one for each kind of operator.
            Compare(keys, keys.ContainsKey("field") ? forms.Where(form => form["properties"]!["field"] is not null) : fitting);
        }

        foreach (var (key, value) in keys)
        {
            Visit(value, fitting.Select(form => form["properties"]?[key] ?? form["patternProperties"]?.AsObject().First().Value ?? form["additionalProperties"] as JsonObject).FirstOrDefault(found => found is not null));
        }
    }

    private static bool Fits(JsonObject keys, JsonObject form) =>
        form["patternProperties"] is not null
        || form["properties"] is not JsonObject known
        || keys.All(key => known.TryGetPropertyValue(key.Key, out var place)
            && (place!["enum"] is not JsonArray words || words.Any(word => JsonNode.DeepEquals(word, key.Value))));

    /// <summary>Groups and uses have one key each; the loader says so in other words.</summary>
    private static bool IsGroup(JsonObject keys) => keys.Count == 1 && keys.First().Key is "all" or "any" or "none" or "not" or "use";

    private void Compare(JsonObject keys, IEnumerable<JsonObject> forms)
    {
        var path = keys.GetPath();
        keys[Stray] = 1;
        var mistake = WholeCampaign.Load(whole.ToJsonString()).Mistakes.FirstOrDefault(one => one.Message == $"unknown key '{Stray}'");
        keys.Remove(Stray);
        var loader = mistake?.Remedy.Split(Known)[^1].Split(", ").Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
        var known = forms.SelectMany(form => form["properties"]!.AsObject().Select(property => property.Key)).Distinct().Order(StringComparer.Ordinal);
        if (string.Join(", ", loader) is var ours && string.Join(", ", known) is var theirs && ours != theirs)
        {
            differences.Add($"{path}: the loader knows {ours}; the schema {theirs}");
        }
    }

    private IEnumerable<JsonObject> Resolve(JsonNode? place)
    {
        if (place is not JsonObject found)
        {
            return [];
        }

        if (found["$ref"] is { } reference)
        {
            return Resolve(schema["definitions"]![reference.GetValue<string>()["#/definitions/".Length..]]);
        }

        var parts = new[] { "allOf", "anyOf" }.Select(key => found[key]).OfType<JsonArray>().SelectMany(list => list).SelectMany(Resolve).ToList();
        return parts.Count == 0 ? [found] : parts;
    }

    /// <summary>Every place that says which keys an object may have.</summary>
    private static IEnumerable<JsonObject> Closed(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(member => Closed(member.Value))
            .Concat(found["properties"] is JsonObject && found["additionalProperties"] is JsonValue ? [found] : []),
        JsonArray list => list.SelectMany(Closed),
        _ => [],
    };
}
