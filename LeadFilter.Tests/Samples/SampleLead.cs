using System.Text.Json.Nodes;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Samples;

/// <summary>A line of samples/leads.ndjson: what is sent, flat and under standard names, and what the line says about it.</summary>
internal sealed record SampleLead(string Vendor, string Expect, string? Group, string? Note, string Sent, IReadOnlyDictionary<string, string> Fields)
{
    private static readonly Dictionary<string, string> Aliases = SampleFiles.ReadJson("campaigns", "solar.json")["aliases"]!.AsObject()
        .ToDictionary(alias => alias.Key, alias => alias.Value!.GetValue<string>(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The names under which the values were sent.</summary>
    public required IReadOnlyList<string> SentNames { get; init; }

    public bool IsAccepted => Expect == "accept";

    /// <summary>Every line of the file.</summary>
    public static IReadOnlyList<SampleLead> ReadAll() => [.. SampleFiles.Read("samples", "leads.ndjson").TrimEnd().Split('\n').Select(Parse)];

    public static SampleLead Parse(string line)
    {
        var json = JsonNode.Parse(line)!.AsObject();
        var notes = json.Where(key => key.Key.StartsWith('_')).ToDictionary(key => key.Key, key => key.Value!.GetValue<string>());
        foreach (var key in notes.Keys)
        {
            json.Remove(key);
        }

        var flat = Flatten(json, "").ToArray();
        var fields = flat.ToDictionary(field => Aliases.GetValueOrDefault(field.Name, field.Name).ToLowerInvariant(), field => field.Value);
        return new(notes["_vendor"], notes["_expect"], notes.GetValueOrDefault("_group"), notes.GetValueOrDefault("_note"), json.ToJsonString(), fields)
        {
            SentNames = [.. flat.Select(field => field.Name)],
        };
    }

    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    private static IEnumerable<(string Name, string Value)> Flatten(JsonObject json, string prefix) =>
        json.SelectMany(field => field.Value is JsonObject nested
            ? Flatten(nested, $"{prefix}{field.Key}.")
            : [(prefix + field.Key, field.Value?.ToString() ?? "")]);
}
