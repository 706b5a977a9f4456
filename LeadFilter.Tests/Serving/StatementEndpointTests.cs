using System.Text.Json;
using LeadFilter.Pipeline.Limits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Serving;

/// <summary>Buyer and vendors read over HTTP what is owed for a month.</summary>
[TestClass]
public sealed class StatementEndpointTests : IAsyncDisposable
{
    private const string Campaign = """
        {
          "campaign": "loans", "version": "test.1", "timeZone": "America/New_York",
          "prices": [ { "when": { "field": "state", "op": "equal", "value": "CA" }, "price": 15.25 }, { "price": 12.5 } ],
          "rules": [ { "id": "area", "category": "criteria", "reason": "state_not_served", "rejectWhen": { "field": "state", "op": "equal", "value": "NY" } } ],
          "delivery": { "type": "webhook", "url": "/demo/crm/leads" },
          "vendors": { "acme": { "rejects": [ "criteria" ] }, "bright": { } }
        }
        """;

    private const string None = """{"leads":0,"amount":0}""";

    private const string Totals = $$"""
        {"bought":{"leads":2,"amount":27.75},"returned":{{None}},"open":{{None}},"credited":{{None}},"owed":27.75}
        """;

    private readonly FilterFolders folders = new(campaign: Campaign);
    private readonly FakeTimeProvider clock = new(new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders, clock);

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
    }

    [TestMethod]
    public async Task G12_A_vendor_is_owed_what_was_bought_of_it_in_the_month()
    {
        var ann = await SendAsync("acme", "ann", "CA");
        clock.Advance(TimeSpan.FromSeconds(1));
        var ben = await SendAsync("acme", "ben", "TX");
        Assert.AreEqual("failure", (await SendAsync("acme", "cem", "NY")).Outcome);
        await SendAsync("bright", "dan", "CA");

        var (status, body) = await ReadAsync("?vendor=acme&month=2026-11");

        Assert.AreEqual(200, status, body);
        Assert.AreEqual(
            $$"""
            {"campaign":"loans","vendor":"acme","month":"2026-11","timeZone":"America/New_York","from":"2026-11-01T04:00:00Z","to":"2026-12-01T05:00:00Z",
            "over":false,"byPurchase":{{Totals}},"byDecision":{{Totals}},
            "leads":[{"lead":"{{ann.Lead}}","at":"2026-11-30T12:00:00Z","source":null,"price":15.25},
            {"lead":"{{ben.Lead}}","at":"2026-11-30T12:00:01Z","source":null,"price":12.5}],"earlier":[]}
            """.ReplaceLineEndings(""),
            body);
    }

    [TestMethod]
    public async Task A_lead_belongs_to_the_month_of_the_campaign_s_time_zone()
    {
        await SendAsync("acme", "ann", "CA");
        clock.SetUtcNow(new(2026, 12, 1, 4, 59, 59, TimeSpan.Zero));
        await SendAsync("acme", "ben", "CA");
        clock.SetUtcNow(new(2026, 12, 1, 5, 0, 0, TimeSpan.Zero));
        await SendAsync("acme", "cem", "CA");

        Assert.AreEqual((30.5m, true), await OwedAsync("2026-11"));
        Assert.AreEqual((15.25m, false), await OwedAsync("2026-12"));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("&vendor=acme")]
    public async Task A_vendor_opens_its_own(string parameter)
    {
        await SendAsync("acme", "ann", "CA");
        var (status, body) = await ReadAsync($"?month=2026-11{parameter}", "acme-demo-key");
        Assert.AreEqual((200, 15.25m), (status, JsonDocument.Parse(body).RootElement.GetProperty("byPurchase").GetProperty("owed").GetDecimal()));
    }

    [TestMethod]
    [DataRow("bright")]
    [DataRow("nobody")]
    public async Task A_vendor_does_not_open_that_of_another_one_and_does_not_learn_whether_there_is_one(string vendor)
    {
        var (status, body) = await ReadAsync($"?month=2026-11&vendor={vendor}", "acme-demo-key");
        Assert.AreEqual((403, "urn:leadfilter:problem:forbidden"), (status, TypeOf(body)));
    }

    [TestMethod]
    [DataRow("loans", "?vendor=acme&month=2026-11", "wrong", 401, "unauthorized")]
    [DataRow("cars", "?vendor=acme&month=2026-11", FilterVisitor.AdminKey, 404, "unknown-campaign")]
    [DataRow("loans", "?vendor=nobody&month=2026-11", FilterVisitor.AdminKey, 404, "unknown-vendor")]
    [DataRow("loans", "?month=2026-11", FilterVisitor.AdminKey, 400, "unreadable-parameter")]
    [DataRow("loans", "?vendor=A%20b&month=2026-11", FilterVisitor.AdminKey, 400, "unreadable-parameter")]
    [DataRow("loans", "?vendor=acme", FilterVisitor.AdminKey, 400, "unreadable-parameter")]
    [DataRow("loans", "?vendor=acme&month=2026-11&month=2026-10", FilterVisitor.AdminKey, 400, "unreadable-parameter")]
    [DataRow("loans", "?vendor=acme&month=2026-00", FilterVisitor.AdminKey, 400, "unreadable-parameter")]
    [DataRow("loans", "?vendor=acme&month=2026-12", FilterVisitor.AdminKey, 400, "unreadable-parameter")]
    [DataRow("loans", "?vendor=acme&month=2024-11", FilterVisitor.AdminKey, 410, "no-longer-kept")]
    public async Task What_cannot_be_answered_is_a_problem_with_a_reason(string campaign, string query, string key, int status, string type)
    {
        var (answered, body) = await ReadAsync(query, key, campaign);
        Assert.AreEqual((status, $"urn:leadfilter:problem:{type}"), (answered, TypeOf(body)));
    }

    [TestMethod]
    public async Task A_vendor_all_of_whose_places_are_taken_waits_as_with_leads()
    {
        var (gate, limits, options) = (Service<LeadGate>(), Service<VendorLimits>(), Service<LimitOptions>());
        var vendors = filter.Host.Campaigns.Vendors;
        Assert.IsTrue(vendors.TryFindByKey("acme-demo-key", out var acme));
        Assert.IsTrue(limits.TryPass(acme, vendors, out var use, out _));
        var held = new List<Task<Entry>>();
        for (var place = 0; place < options.MaxPerVendor; place++)
        {
            held.Add(gate.EnterAsync(use, CancellationToken.None).AsTask());
        }

        var (status, body) = await ReadAsync("?month=2026-11", "acme-demo-key");
        Assert.AreEqual((429, "urn:leadfilter:problem:too-many-at-once"), (status, TypeOf(body)));
        Assert.AreEqual(200, (await ReadAsync("?vendor=acme&month=2026-11")).Status, "the staff waits, too");

        foreach (var place in held)
        {
            (await place).Dispose();
        }

        Assert.AreEqual(200, (await ReadAsync("?month=2026-11", "acme-demo-key")).Status);
    }

    [TestMethod]
    public async Task A_month_without_purchases_owes_nothing() => Assert.AreEqual((0m, true), await OwedAsync("2026-10"));

    private T Service<T>()
        where T : notnull => filter.Host.Services.GetRequiredService<T>();

    private static string TypeOf(string body) => JsonDocument.Parse(body).RootElement.GetProperty("type").GetString()!;

    private Task<VendorAnswer> SendAsync(string vendor, string person, string state) =>
        filter.Visitor.SendAsync(vendor, new() { ["email"] = $"{person}@example.com", ["state"] = state });

    private async Task<(decimal Owed, bool IsOver)> OwedAsync(string month)
    {
        var root = JsonDocument.Parse((await ReadAsync($"?vendor=acme&month={month}")).Body).RootElement;
        return (root.GetProperty("byPurchase").GetProperty("owed").GetDecimal(), root.GetProperty("over").GetBoolean());
    }

    private async Task<(int Status, string Body)> ReadAsync(string query, string key = FilterVisitor.AdminKey, string campaign = "loans")
    {
        var (status, body) = await filter.Visitor.AskAsync(HttpMethod.Get, $"/api/campaigns/{campaign}/statement{query}", key);
        return ((int)status, body);
    }
}
