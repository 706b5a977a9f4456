namespace LeadFilter.Tests.Capacity;

/// <summary>A campaign with caps; the vendors are those of the test campaign. It knows a person by the e-mail address.</summary>
internal static class CapCampaign
{
    /// <summary>The file.</summary>
    /// <param name="caps">The campaign's caps.</param>
    /// <param name="acme">The contract of acme.</param>
    public static string With(string caps, string acme = "{ }") => $$"""
        {
          "campaign": "loans", "version": "test.1", "timeZone": "America/New_York",
          "rules": [ { "id": "reachable", "category": "contact", "reason": "uncontactable", "rejectWhen": { "field": "email", "is": "invalid" } } ],
          "duplicates": { "by": [ "email" ], "windowDays": 90 },
          "caps": {{caps}},
          "prices": [ { "price": 12.5 } ],
          "delivery": { "type": "webhook", "url": "/demo/crm/leads" },
          "vendors": { "acme": {{acme}}, "bright": { "rejects": [ "contact" ] }, "newcomer": { "mode": "trial" }, "stranger": { } }
        }
        """;

    /// <summary>A cap by the day.</summary>
    /// <param name="limit">Its limit.</param>
    /// <param name="more">More keys, each with a comma before it.</param>
    public static string Daily(int limit, string more = "") => $$"""{ "id": "daily", "limit": {{limit}}, "per": "day"{{more}} }""";
}
