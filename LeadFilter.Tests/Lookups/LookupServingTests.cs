using System.Net;
using LeadFilter.Cli.Serving;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Lookups;

/// <summary>Look-ups in a whole filter.</summary>
[TestClass]
public sealed class LookupServingTests
{
    [TestMethod]
    public async Task Error_is_answered_with_503_and_the_resend_with_the_decision_whose_facts_reach_the_CRM()
    {
        await using var provider = await ScriptedCrm.StartAsync();
        await using var crm = await ScriptedCrm.StartAsync();
        provider.Then(CrmSteps.Answer(500), ProviderSteps.Mobile);
        var campaign = CampaignText.With(
            ("lookups", $$"""{ "phone": { "url": "{{provider.Address.GetLeftPart(UriPartial.Authority)}}/{phone_1}", "facts": { "line_type": "$.line.type" }, "onFailure": "error" } }"""),
            ("delivery", """{ "type": "webhook", "url": "/demo/crm/leads" }"""));
        using var folders = new FilterFolders(crm.Address, campaign);
        await using var filter = await FilterUnderTest.StartAsync(folders);
        using var client = new HttpClient { BaseAddress = filter.Host.Address };

        using var first = await client.SendAsync(NewPost());
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, first.StatusCode);
        Assert.IsNotNull(first.Headers.RetryAfter);
        Assert.AreEqual(
            """{"outcome":"error","reason":"The lead could not be decided now. Send it again: it is bought at most once."}""",
            await first.Content.ReadAsStringAsync());

        using var second = await client.SendAsync(NewPost());
        Assert.AreEqual(HttpStatusCode.Created, second.StatusCode);
        Assert.Contains("\"phone.line_type\":\"mobile\"", System.Text.Encoding.UTF8.GetString((await crm.CallAsync()).Body), StringComparison.Ordinal);
        await filter.DeliveredAsync();
    }

    [TestMethod]
    [DataRow("LEADFILTER_MAY_CALL")]
    [DataRow("LEADFILTER_LOOKUP_NETWORKS")]
    public async Task A_wrong_setting_keeps_the_filter_from_starting(string setting)
    {
        using var folders = new FilterFolders();
        var refusal = await Assert.ThrowsAsync<CannotServeException>(() => FilterHost.StartAsync(
            new(folders.Data, folders.Campaigns), TimeProvider.System, Random.Shared, name => name == setting ? "10.0.0.0/33" : null, null, CancellationToken.None));
        Assert.AreEqual($"The setting '{setting}' must be a list of networks and hosts, such as 127.0.0.0/8, 10.1.0.0/16, crm.corp.example.", refusal.Message);
    }

    private static HttpRequestMessage NewPost() => new(HttpMethod.Post, "/api/campaigns/loans/leads")
    {
        Headers = { { "X-Api-Key", "acme-demo-key" } },
        Content = new FormUrlEncodedContent([new("email", "ann@example.com"), new("phone_1", "602 234 9876")]),
    };
}
