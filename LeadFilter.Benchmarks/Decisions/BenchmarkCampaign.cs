using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Benchmarks.Decisions;

/// <summary>A campaign of any number of rules of the kinds that buyers write, and two leads with 25 fields each.</summary>
internal static class BenchmarkCampaign
{
    private static readonly string[] Kinds =
    [
        """{ "all": [ { "field": "phone_1", "is": "invalid" }, { "field": "email", "is": "invalid" } ] }""",
        """{ "field": "email.domain", "op": "in", "values": [ "mailinator.com", "yopmail.com", "trashmail.com", "gmial.com" ] }""",
        """{ "field": "tcpa_consent", "is": "not true" }""",
        """{ "field": "age_seconds", "op": ">", "value": 300 }""",
        """{ "field": "state", "op": "not in", "values": [ "AZ", "CA", "CO", "FL", "TX" ] }""",
        """{ "field": "user_agent", "op": "includes", "values": [ "headless", "bot/", "curl/", "python-requests" ] }""",
        """{ "field": "seconds_on_form", "op": "<", "value": 3 }""",
        """{ "any": [ { "field": "phone_1.fictitious", "is": "true" }, { "field": "phone_1.repeated", "is": "true" } ] }""",
        """{ "field": "landing_page_url.host", "op": "not equal", "value": "www.offers.example" }""",
        """{ "not": { "field": "ip_address.private", "is": "not true" } }""",
    ];

    public static IReadOnlyList<KeyValuePair<string, string>> GoodLead { get; } = Lead(
        "(480) 234-9871", "Ada.Lovelace@gmail.com", "2026-01-01T11:58:30Z", "yes");

    /// <summary>Mistyped, without consent and an hour old: it fails three kinds of rules.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> BadLead { get; } = Lead(
        "480 234 9871", "ada@gmial.com", "2026-01-01T11:00:00Z", "no");

    /// <summary>A campaign in which only the first of each kind can match: a lead fails a rule, not four copies of it.</summary>
    public static Campaign Load(int rules) => Load(rules, at => at < Kinds.Length
        ? Kinds[at]
        : $$"""{ "all": [ {{Kinds[at % Kinds.Length]}}, { "field": "comments", "op": "includes", "value": "word-{{at}}" } ] }""");

    /// <summary>A campaign of the same kinds in which no two rules share a condition: each copy has a value of its own.</summary>
    public static Campaign LoadDifferent(int rules) => Load(rules, at => (at % Kinds.Length, at / Kinds.Length) switch
    {
        (0, var copy) =>
            $$"""
            { "all": [
                { "field": "phone_{{1 + (copy % 2)}}", "is": "invalid" },
                { "field": "email", "op": "not equal", "value": "a{{at}}@b.example" } ] }
            """,
        (2, var copy) =>
            copy % 2 == 0
                ? $$"""{ "field": "tcpa_consent", "is": "{{(copy == 0 ? "not true" : "false")}}" }"""
                : $$"""{ "field": "opt_in", "is": "{{(copy == 1 ? "not true" : "false")}}" }""",
        (3, var copy) => $$"""{ "field": "age_seconds", "op": ">", "value": {{300 + copy}} }""",
        (6, var copy) => $$"""{ "field": "seconds_on_form", "op": "<", "value": {{3 + copy}} }""",
        (7, var copy) =>
            $$"""{ "field": "phone_1.{{new[] { "fictitious", "repeated", "sequential", "all_zero_line" }[copy % 4]}}", "is": "true" }""",
        (8, var copy) => $$"""{ "field": "landing_page_url.host", "op": "equal", "value": "www.offers-{{copy}}.example" }""",
        (9, var copy) => $$"""{ "field": "ip_address", "op": "starts with", "value": "10.{{copy}}." }""",
        (1, var copy) =>
            $$"""
            { "field": "email.domain", "op": "in",
              "values": [ "mailinator.com", "yopmail.com", "trashmail.com", "gmial-{{copy}}.com" ] }
            """,
        (4, var copy) =>
            $$"""
            { "field": "state", "op": "not in",
              "values": [ "AZ", "CA", "CO", "FL", "{{new[] { "TX", "NV", "UT", "NM" }[copy % 4]}}" ] }
            """,
        (_, var copy) => $$"""{ "field": "user_agent", "op": "includes", "values": [ "headless", "bot/", "curl/", "python-{{copy}}" ] }""",
    });

    private static Campaign Load(int rules, Func<int, string> condition)
    {
        var json = new StringBuilder("""{ "campaign": "benchmark", "version": "1", "rules": [""");
        for (var at = 0; at < rules; at++)
        {
            json.Append(at == 0 ? "" : ",").Append(
                $$"""{ "id": "rule-{{at}}", "category": "criteria", "reason": "reason_{{at}}", "rejectWhen": {{condition(at)}} }""");
        }

        json.Append("""], "prices": [ { "price": 10 } ], "delivery": { "type": "webhook", "url": "/demo/crm/leads" }, "vendors": { } }""");
        var result = CampaignLoader.Load("benchmark.json", Encoding.UTF8.GetBytes(json.ToString()), VendorDirectory.Empty);
        return result.Value ?? throw new InvalidOperationException(string.Join('\n', result.Mistakes));
    }

    private static KeyValuePair<string, string>[] Lead(string phone, string email, string createdAt, string consent) =>
    [
        new("first_name", " Ada"), new("last_name", "Lovelace"), new("email", email), new("phone_1", phone),
        new("phone_2", "+1 602 345 6789"),
        new("address_1", "12 Analytical  Way"), new("city", "Mesa"), new("state", "arizona"), new("postal_code", "85201-1234"),
        new("country", "US"),
        new("dob", "12/10/1985"), new("gender", "F"), new("ip_address", "73.12.4.99"),
        new(
            "user_agent",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"),
        new("landing_page_url", "https://www.offers.example/solar?utm=42"), new("source", "offers.example"), new("sub_id", "fb-1042"),
        new("created_at", createdAt), new("tcpa_consent", consent), new("consent_text", "I agree to be called about offers."),
        new("trustedform_cert_url", "https://cert.trustedform.com/0123456789abcdef0123456789abcdef01234567"), new("page_views", "4"),
        new("seconds_on_form", "48.5"),
        new("opt_in", "true"), new("comments", "Please call in the evening"),
    ];
}
