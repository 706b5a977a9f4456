using System.Net.Http.Headers;
using System.Text.Json;

namespace LeadFilter.Tests.Serving;

/// <summary>What readiness tells the operator, and nobody else.</summary>
[TestClass]
public sealed class StatusServingTests
{
    [TestMethod]
    public async Task With_the_key_ready_tells_deliveries_secrets_and_disk()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);

        var ready = await ReadyAsync(filter, FilterVisitor.AdminKey);

        Assert.AreEqual("loans", ready.GetProperty("deliveries")[0].GetProperty("campaign").GetString());
        Assert.AreEqual(0, ready.GetProperty("missingSecrets").GetArrayLength());
        Assert.IsGreaterThan(0, ready.GetProperty("disk").GetProperty("total").GetInt64());
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("acme-demo-key")]
    public async Task Without_the_key_ready_says_a_word(string? key)
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);

        Assert.AreEqual("""{"status":"ready"}""", (await ReadyAsync(filter, key)).GetRawText());
    }

    private static async Task<JsonElement> ReadyAsync(FilterUnderTest filter, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health/ready");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var response = await filter.Visitor.Http.SendAsync(request);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }
}
