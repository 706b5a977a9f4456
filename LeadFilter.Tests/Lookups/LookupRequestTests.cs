using System.Text;
using System.Text.Json.Nodes;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Lookups;

namespace LeadFilter.Tests.Lookups;

/// <summary>What is sent to a provider. A lead fills places; it never changes what stands around them.</summary>
[TestClass]
public sealed class LookupRequestTests
{
    private const string Host = "https://api.example.com";

    [TestMethod]
    [DataRow("{phone_1}", "%2B16022349876")]
    [DataRow("{phone_1.national}", "6022349876")]
    [DataRow("us-{phone_1.area}/x?n={email}&z={{1}}", "us-602/x?n=ann%2Btag%40example.com&z={1}")]
    public void Fields_are_put_in_their_canonical_form(string path, string written) =>
        Assert.AreEqual($"{Host}/{written}", AddressOf(path, ("phone_1", "(602) 234-9876"), ("email", "Ann+tag@Example.com")));

    [TestMethod]
    [DataRow("../../admin", "..%2F..%2Fadmin")]
    [DataRow("a/b?c=d#e", "a%2Fb%3Fc%3Dd%23e")]
    [DataRow("x\r\nHost: evil", "x%20Host%3A%20evil")]
    [DataRow("@evil.com", "%40evil.com")]
    [DataRow("%2e%2e%2f", "%252e%252e%252f")]
    [DataRow("{secret}", "%7Bsecret%7D")]
    [DataRow("\\..\\", "%5C..%5C")]
    [DataRow("é☃", "%C3%A9%E2%98%83")]
    public void Nothing_in_a_field_changes_the_structure_of_an_address(string value, string encoded)
    {
        Assert.AreEqual($"{Host}/v1/{encoded}/end?q={encoded}", AddressOf("v1/{comments}/end?q={comments}", ("comments", value)));
        var sent = new Uri(AddressOf("v1/{comments}/end?q={comments}", ("comments", value))!);
        Assert.AreEqual(("api.example.com", 443, 4), (sent.Host, sent.Port, sent.Segments.Length));
    }

    [TestMethod]
    [DataRow(".")]
    [DataRow("..")]
    public void A_field_of_dots_cannot_climb_in_the_path(string value)
    {
        Assert.IsNull(AddressOf("v1/{comments}/end", ("comments", value)));
        Assert.AreEqual($"{Host}/v1/x{value}?q={value}", AddressOf("v1/x{comments}?q={comments}", ("comments", value)));
    }

    [TestMethod]
    [DataRow("{comments}")]
    [DataRow("x?c={comments}")]
    public void An_address_that_no_server_would_take_is_not_sent(string path) => Assert.IsNull(AddressOf(path, ("comments", new string('é', 5_000))));

    [TestMethod]
    public void Half_a_surrogate_pair_does_no_harm()
    {
        Assert.StartsWith($"{Host}/a", AddressOf("{comments}", ("comments", "a\ud800b")), StringComparison.Ordinal);
        var body = BodyOf("""
            "json": { "a": "{comments}" }
            """, ("comments", "a\ud800b"));
        Assert.StartsWith("a", JsonNode.Parse(body)!["a"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("{phone_1}")]
    [DataRow("x?a={phone_1.area}")]
    public void A_lead_without_a_valid_field_is_not_asked_about(string path)
    {
        Assert.IsNull(AddressOf(path));
        Assert.IsNull(AddressOf(path, ("phone_1", " ")));
        Assert.IsNull(AddressOf(path, ("phone_1", "123")));
    }

    [TestMethod]
    public void Parameters_of_the_query_are_added_and_optional_ones_left_out()
    {
        var plan = Plan("""
            "url": "https://api.example.com/check?v=2", "query": { "e mail": "{email}", "zip": "{postal_code?}", "n": 3, "key": { "secret": "LEADFILTER_SECRET_PHONE" } }
            """);
        Assert.AreEqual($"{Host}/check?v=2&e%20mail=a%26b%40example.com&n=3", Write(plan, ("email", "a&b@example.com"))!.Address);
        Assert.AreEqual($"{Host}/check?v=2&e%20mail=a%40example.com&zip=85004&n=3", Write(plan, ("email", "a@example.com"), ("postal_code", "85004"))!.Address);
    }

    [TestMethod]
    public void A_JSON_body_keeps_types_and_escapes_text() => Assert.AreEqual(
        """{"phone":"+16022349876","who":"Ann said \"hi\" {}","bill":120.5,"ok":true,"text":"bill 120.5","list":[1,null,"AZ"],"sub":{"z":"85004"}}""",
        BodyOf(
            """
            "json": { "phone": "{phone_1}", "who": "Ann said {comments}", "bill": "{page_views}", "ok": "{tcpa_consent}", "text": "bill {page_views}",
                      "list": [1, null, "{state}"], "sub": { "z": "{postal_code}" }, "gone": "{email?}", "none": { "a": "{email?}", "b": ["{city?}"] } }
            """,
            ("phone_1", "602 234 9876"), ("comments", "\"hi\"\r\n{}"), ("page_views", "120.50"), ("tcpa_consent", "yes"), ("state", "Arizona"), ("postal_code", "85004")));

    [TestMethod]
    public void A_form_body_is_encoded() => Assert.AreEqual(
        "p=%2B16022349876&c=a%26b%3Dc%20d%2Be%25",
        BodyOf("""
            "form": { "p": "{phone_1}", "c": "{comments}", "z": "{email?}" }
            """, ("phone_1", "602 234 9876"), ("comments", "a&b=c d+e%")));

    private static string? AddressOf(string path, params ReadOnlySpan<(string Name, string Value)> fields) =>
        Write(Plan($"\"url\": \"{Host}/{path}\""), fields)?.Address;

    private static string BodyOf(string request, params ReadOnlySpan<(string Name, string Value)> fields) =>
        Encoding.UTF8.GetString(Write(Plan($"\"url\": \"{Host}/check\", {request}"), fields)!.Body!.Value.Span);

    private static (Campaign Campaign, LookupRequestPlan Request) Plan(string request)
    {
        var campaign = LookupScene.Load($$"""{ "check": { {{request}}, "facts": { "a": "$.a" } } }""");
        return (campaign, campaign.Lookups.Single().Request);
    }

    private static LookupRequest? Write((Campaign Campaign, LookupRequestPlan Request) plan, params ReadOnlySpan<(string Name, string Value)> fields) =>
        plan.Request.TryWrite(LookupScene.NewLead(plan.Campaign, fields), out var request) ? request : null;
}
