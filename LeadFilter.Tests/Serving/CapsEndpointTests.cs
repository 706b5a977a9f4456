using System.Net.Http.Headers;
using System.Text.Json;
using LeadFilter.Tests.Capacity;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Serving;

/// <summary>The owner reads what is left under the caps over HTTP.</summary>
[TestClass]
public sealed class CapsEndpointTests : IAsyncDisposable
{
    private static readonly string Caps =
        $"[{CapCampaign.Daily(500)}, {{ \"id\": \"sources\", \"limit\": 10, \"per\": \"hour\", \"by\": \"source\", \"mode\": \"shadow\" }}, {{ \"id\": \"none\", \"limit\": 1, \"per\": \"hour\", \"mode\": \"off\" }}]";

    private readonly FilterFolders folders = new(campaign: CapCampaign.With(Caps, """{ "caps": [ { "id": "own", "limit": 2, "per": "week" } ] }"""));
    private readonly FakeTimeProvider clock = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders, clock);

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
    }

    [TestMethod]
    public async Task What_is_taken_and_left_is_listed_in_the_order_of_the_file()
    {
        await filter.Visitor.SendAsync("acme", new() { ["email"] = "ann@example.com", ["source"] = "site-a" });
        await filter.Visitor.SendAsync("stranger", new() { ["email"] = "ben@example.com" });

        var (status, body) = await ReadAsync();

        Assert.AreEqual(200, status);
        Assert.AreEqual(
            """
            {"id":"daily","scope":"campaign","vendor":null,"source":null,"by":{},"mode":"enforced","per":"day","counts":"leads","limit":500,"taken":2,"left":498,"from":"2026-11-22T05:00:00Z","resetsAt":"2026-11-23T05:00:00Z"}
            {"id":"sources","scope":"campaign","vendor":"acme","source":"site-a","by":{},"mode":"shadow","per":"hour","counts":"leads","limit":10,"taken":1,"left":9,"from":"2026-11-22T12:00:00Z","resetsAt":"2026-11-22T13:00:00Z"}
            {"id":"sources","scope":"campaign","vendor":"stranger","source":"","by":{},"mode":"shadow","per":"hour","counts":"leads","limit":10,"taken":1,"left":9,"from":"2026-11-22T12:00:00Z","resetsAt":"2026-11-22T13:00:00Z"}
            {"id":"own","scope":"vendor","vendor":"acme","source":null,"by":{},"mode":"enforced","per":"week","counts":"leads","limit":2,"taken":1,"left":1,"from":"2026-11-16T05:00:00Z","resetsAt":"2026-11-23T05:00:00Z"}
            """,
            string.Join('\n', JsonDocument.Parse(body).RootElement.GetProperty("caps").EnumerateArray().Select(cap => cap.GetRawText())));
    }

    [TestMethod]
    public async Task What_is_taken_stays_taken_after_a_restart()
    {
        await filter.Visitor.SendAsync("acme", new() { ["email"] = "ann@example.com" });
        await filter.Visitor.SendAsync("acme", new() { ["email"] = "ben@example.com" });
        await filter.DisposeAsync();
        filter = await FilterUnderTest.StartAsync(folders, clock);

        var third = await filter.Visitor.SendAsync("acme", new() { ["email"] = "cem@example.com" });

        Assert.AreEqual("failure", third.Outcome);
    }

    [TestMethod]
    [DataRow("loans", "acme-demo-key", 401)]
    [DataRow("cars", FilterVisitor.AdminKey, 404)]
    [DataRow("A b", FilterVisitor.AdminKey, 404)]
    public async Task Wrong_key_is_401_and_a_wrong_campaign_404(string campaign, string key, int status) =>
        Assert.AreEqual(status, (await ReadAsync(campaign, key)).Status);

    private async Task<(int Status, string Body)> ReadAsync(string campaign = "loans", string key = FilterVisitor.AdminKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/campaigns/{campaign}/caps");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await filter.Visitor.Http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
