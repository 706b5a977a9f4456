using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Files;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Tests.Campaigns;

/// <summary>A small campaign for tests, and the vendors acme, bright (which is paid for bad contacts) and newcomer (on trial).</summary>
internal static class TestCampaign
{
    public const string Json = """
        {
          "campaign": "loans", "version": "test.1",
          "rules": [
            { "id": "reachable", "category": "contact", "reason": "uncontactable", "text": "Cannot be reached",
              "rejectWhen": { "all": [ { "field": "phone_1", "is": "invalid" }, { "field": "email", "is": "invalid" } ] } },
            { "id": "stale", "category": "age", "reason": "too_old", "rejectWhen": { "field": "age_seconds", "op": ">", "value": 300 } },
            { "id": "area", "category": "criteria", "reason": "state_not_served", "mode": "shadow",
              "rejectWhen": { "field": "state", "op": "not in", "values": [ "CA", "TX" ] } }
          ],
          "duplicates": { "by": [ "email", "phone_1" ], "match": "any", "windowDays": 90 },
          "prices": [ { "when": { "field": "state", "op": "equal", "value": "CA" }, "price": 15 }, { "price": 12.5 } ],
          "delivery": { "type": "webhook", "url": "/demo/crm/leads" },
          "vendors": {
            "acme": { },
            "bright": { "price": 9, "rejects": [ "age", "duplicate" ] },
            "newcomer": { "mode": "trial", "price": 0 }
          }
        }
        """;

    public static VendorDirectory Vendors { get; } = new(
    [
        Vendor("acme"), Vendor("bright"), Vendor("newcomer"), Vendor("stranger"),
    ]);

    /// <summary>vendors.json with the same vendors; each key is the vendor's id and "-demo-key".</summary>
    public static string VendorsJson => $$"""
        { "vendors": { {{string.Join(", ", Vendors.All.Select(vendor => $$"""
        "{{vendor.Id}}": { "name": "{{vendor.Name}}", "keys": [ "{{vendor.Keys[0]}}" ] }
        """))}} } }
        """;

    public static Campaign Loaded(string json = Json) =>
        Load(json) is { Value: { } campaign } ? campaign : throw new AssertFailedException(string.Join('\n', Load(json).Mistakes));

    public static LoadResult<Campaign> Load(string json) => CampaignLoader.Load("campaigns/loans.json", Encoding.UTF8.GetBytes(json), Vendors);

    public static VendorId Id(string vendor) => VendorId.TryParse(vendor, out var id) ? id : throw new ArgumentException(vendor, nameof(vendor));

    private static Vendor Vendor(string id) => new(Id(id), id, [KeyHash.Of($"{id}-demo-key")]);
}
