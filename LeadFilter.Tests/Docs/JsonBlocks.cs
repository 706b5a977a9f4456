using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Files;
using LeadFilter.Core.Vendors;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Docs;

/// <summary>Loads JSON blocks as a filter would: whole files, or parts of one inside a small campaign.</summary>
internal static class JsonBlocks
{
    private const string Whole = "campaign";

    private static readonly JsonReaderOptions Commented = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowMultipleValues = true,
    };

    private static readonly VendorDirectory Vendors = new(
        [
            .. ((string[])["acme", "bright", "novo", "own-site"])
                .Select(id => new Vendor(TestCampaign.Id(id), id, [KeyHash.Of($"{id}-demo-key")])),
        ]);

    /// <summary>What may be said behind <c>```json</c> of parts of a campaign, and the sections that such a block stands for.</summary>
    private static readonly Dictionary<string, Func<string, string>> Parts = new()
    {
        ["sections"] = text => "{" + text + "}",
        ["rule"] = text => """{"rules":[""" + text + "]}",
        ["conditions"] = Rules,
        ["lookups"] = text => """{"lookups":{""" + text + "}}",
        ["contract"] = text => """{"vendors":{"acme":{},""" + text + "}}",
        ["example"] = text => """{"examples":[""" + text + "]}",
    };

    /// <summary>What else may be said, and how such a block is loaded. What it gives are the mistakes, one a line.</summary>
    private static readonly Dictionary<string, Func<string, string>> Others = new()
    {
        ["vendors"] = LoadVendors,
        ["vendor"] = text => LoadVendors("""{"vendors":{""" + text + "}}"),
        ["shared"] = text => Load(With("""{"include":["shared/a.json"]}"""), text),
        ["data"] = text => Values(text) is [] ? "nothing" : "",
    };

    public static bool Knows(string kind) => kind == Whole || Parts.ContainsKey(kind) || Others.ContainsKey(kind);

    /// <summary>The mistakes of a block, one a line; empty if it loads.</summary>
    public static string Mistakes(FencedBlock block) =>
        Campaign(block) is { } campaign ? Load(campaign) : Others[block.Info](block.Text);

    /// <summary>The campaign file that a block is, or is a part of; null if it is something else.</summary>
    public static string? Campaign(FencedBlock block) => block.Info == Whole ? block.Text
        : Parts.TryGetValue(block.Info, out var sections) ? With(sections(block.Text))
        : null;

    private static string Load(string text, string shared = "{}") =>
        Listed(CampaignLoader.Load(
            FileNameOf(text),
            Encoding.UTF8.GetBytes(text),
            Vendors,
            path => path.EndsWith(".json", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(shared) : "94107\n"u8.ToArray()).Mistakes);

    private static string FileNameOf(string text) => $"{Values(text)[0]!["campaign"]}.json";

    private static string LoadVendors(string text) =>
        Listed(VendorDirectoryLoader.Load("vendors.json", Encoding.UTF8.GetBytes(text)).Mistakes);

    private static string Listed(IEnumerable<Mistake> mistakes) => string.Join('\n', mistakes);

    private static string Rules(string text)
    {
        var rules = new JsonArray();
        foreach (var condition in Values(text))
        {
            rules.Add(new JsonObject
            {
                ["id"] = $"r{rules.Count}", ["category"] = "criteria", ["reason"] = "unwanted", ["rejectWhen"] = condition,
            });
        }

        return new JsonObject { ["rules"] = rules }.ToJsonString();
    }

    private static string With(string sections)
    {
        var campaign = JsonNode.Parse(
            """
            {
              "campaign": "solar", "version": "docs",
              "fields": { "homeowner": "boolean", "monthly_bill": "number", "roof_type": "string", "zip_of_site": "string" },
              "lists": { "served-zips": "lists/zips.txt" },
              "conditions": { "serious": { "field": "page_views", "op": ">=", "value": 3 } },
              "rules": [
                { "id": "fresh", "category": "age", "reason": "too_old",
                  "rejectWhen": { "field": "age_seconds", "op": ">", "value": 300 } },
                { "id": "area", "category": "criteria", "reason": "state_not_served",
                  "rejectWhen": { "field": "state", "op": "not in", "values": ["CA", "TX"] } },
                { "id": "roof", "category": "criteria", "reason": "roof_unsuitable",
                  "rejectWhen": { "field": "roof_type", "op": "equal", "value": "slate" } }
              ],
              "prices": [ { "price": 1 } ],
              "delivery": { "type": "webhook", "url": "/demo/crm/leads" },
              "vendors": { "acme": { }, "bright": { }, "novo": { } }
            }
            """)!.AsObject();
        foreach (var (name, section) in Values(sections)[0]!.AsObject())
        {
            campaign[name] = section?.DeepClone();
        }

        return campaign.ToJsonString();
    }

    /// <summary>All values of a text, comments left out.</summary>
    private static List<JsonNode?> Values(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), Commented);
        var values = new List<JsonNode?>();
        while (reader.Read())
        {
            values.Add(JsonNode.Parse(ref reader));
        }

        return values;
    }
}
