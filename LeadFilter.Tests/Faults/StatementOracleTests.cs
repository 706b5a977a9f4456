using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LeadFilter.Pipeline.Returns;
using LeadFilter.Tests.Clocks;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Faults;

/// <summary>G12: what statements say, against a recount of the database's rows that shares no code with the filter.</summary>
[TestClass]
public sealed class StatementOracleTests
{
    private const string Campaign = """
        {
          "campaign": "loans", "version": "test.1", "timeZone": "America/Los_Angeles",
          "rules": [ { "id": "area", "category": "criteria", "reason": "state_not_served", "rejectWhen": { "field": "state", "op": "equal", "value": "NY" } } ],
          "duplicates": { "by": [ "email" ], "windowDays": 30 },
          "prices": [ { "when": { "field": "state", "op": "equal", "value": "CA" }, "price": 15.07 }, { "price": 12.5 } ],
          "delivery": { "type": "webhook", "url": "/demo/crm/leads" },
          "returns": { "windowDays": 30, "answerDays": 2, "silence": "deny", "reasons": { "bad": "Bad" } },
          "vendors": {
            "acme": { "returns": { "silence": "accept", "again": true } },
            "bright": { "price": 9.99, "returns": { "maxShare": 40 } },
            "stranger": { "price": 0.0001, "returns": { } }
          }
        }
        """;

    private static readonly string[] Vendors = ["acme", "bright", "stranger"];
    private static readonly string[] States = ["CA", "TX", "NY"];
    private static readonly string[] OfVendor = ["accept", "deny"];
    private static readonly string[] OfBuyer = ["dispute", "withdraw"];
    private static readonly TimeSpan Pacific = TimeSpan.FromHours(-8);

    private readonly Random random = new(14);
    private readonly List<(string Vendor, string Lead)> bought = [];
    private FilterUnderTest filter = null!;

    [TestMethod]
    public async Task G12_Statements_equal_a_recount_of_the_rows_of_the_database()
    {
        var clock = new JumpingClock(TimeProvider.System);
        clock.Jump(new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.Zero) - clock.GetUtcNow());
        using var folders = new FilterFolders(campaign: Campaign);
        await using var running = filter = await FilterUnderTest.StartAsync(folders, clock);
        for (var batch = 0; batch < 10; batch++)
        {
            clock.Jump(TimeSpan.FromMinutes(random.Next(300, 1500)));
            var offers = Enumerable.Range(0, 15).Select(_ => Offer()).ToList();
            var answers = await filter.Visitor.SendAllAsync(offers);
            bought.AddRange(offers.Zip(answers)
                .Where(pair => pair.Second.Outcome == "success" && !pair.First.Fields["is_test"].Equals("true", StringComparison.Ordinal))
                .Select(pair => (pair.First.Vendor, pair.Second.Lead)));
            await ArgueAsync();
        }

        await filter.DeliveredAsync();
        await filter.Host.Services.GetRequiredService<ReturnSweep>().RunAsync(TimeSpan.MaxValue, CancellationToken.None);
        var rows = new History(new());
        StoredHistory.AddTo(rows, filter.Host.DataFile);
        var returns = StoredHistory.ReadReturns(filter.Host.DataFile);
        Assert.IsTrue(returns.Any(static one => one.CreditedAt is null) && returns.Any(static one => one.CreditedAt is not null));
        foreach (var month in (int[])[11, 12])
        {
            foreach (var vendor in Vendors)
            {
                var leads = rows.Logged.Values.Where(one => one.IsAccepted && one.Vendor == vendor && IsIn(one.At, month)).ToList();
                var sold = leads.Select(static one => one.Lead).ToHashSet();
                var credits = returns.Where(one => one.Vendor == vendor && one.CreditedAt is not null).ToList();
                Assert.IsNotEmpty(sold, $"{vendor} sold nothing in month {month}");

                var statement = await ReadAsync(vendor, month);

                var paid = leads.Sum(static one => one.Price);
                Assert.AreEqual(
                    paid - credits.Where(one => sold.Contains(one.Lead)).Sum(static one => one.Price),
                    statement.ByPurchase.Owed,
                    $"{vendor}, month {month}");
                Assert.AreEqual(
                    paid - credits.Where(one => IsIn(one.CreditedAt!.Value, month)).Sum(static one => one.Price),
                    statement.ByDecision.Owed,
                    $"{vendor}, month {month}");
                Assert.AreEqual(returns.Count(one => sold.Contains(one.Lead)), statement.ByPurchase.Returned, $"{vendor}, month {month}");
                Assert.AreEqual(
                    returns.Count(one => one.Vendor == vendor && IsIn(one.RequestedAt, month)),
                    statement.ByDecision.Returned,
                    $"{vendor}, month {month}");
                CollectionAssert.AreEqual(sold.Order().ToList(), statement.Leads, $"{vendor}, month {month}");
            }
        }
    }

    private static bool IsIn(DateTimeOffset at, int month) => at.ToOffset(Pacific).Month == month;

    private (string Vendor, Dictionary<string, string> Fields) Offer() => (
        Vendors[random.Next(Vendors.Length)],
        new()
        {
            ["email"] = $"person-{random.Next(120)}@example.com",
            ["state"] = States[random.Next(States.Length)],
            ["is_test"] = random.Next(10) == 0 ? "true" : "false",
        });

    /// <summary>The buyer hands leads back, and both sides do what comes to their minds, allowed or not.</summary>
    private async Task ArgueAsync()
    {
        for (var times = 0; times < 12; times++)
        {
            var (vendor, lead) = bought[random.Next(bought.Count)];
            await (random.Next(3) switch
            {
                0 => PostAsync("", FilterVisitor.AdminKey, new() { ["lead"] = lead, ["reason"] = "bad" }),
                1 => PostAsync($"/{lead}", $"{vendor}-demo-key", new() { ["action"] = OfVendor[random.Next(2)], ["reason"] = "no" }),
                _ => PostAsync($"/{lead}", FilterVisitor.AdminKey, new() { ["action"] = OfBuyer[random.Next(2)] }),
            });
        }
    }

    private async Task PostAsync(string more, string key, Dictionary<string, string> body)
    {
        using var content = JsonContent.Create(body);
        var (status, answer) = await filter.Visitor.AskAsync(HttpMethod.Post, $"/api/campaigns/loans/returns{more}", key, content);
        Assert.IsLessThan(500, (int)status, answer);
    }

    private async Task<Sums> ReadAsync(string vendor, int month)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/campaigns/loans/statement?month=2026-{month}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{vendor}-demo-key");
        using var response = await filter.Visitor.Http.SendAsync(request);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return new(
            SumOf(json.RootElement.GetProperty("byPurchase")),
            SumOf(json.RootElement.GetProperty("byDecision")),
            [.. json.RootElement.GetProperty("leads").EnumerateArray().Select(line => line.GetProperty("lead").GetString()!).Order()]);
    }

    private static (decimal Owed, int Returned) SumOf(JsonElement totals) =>
        (totals.GetProperty("owed").GetDecimal(), totals.GetProperty("returned").GetProperty("leads").GetInt32());

    private sealed record Sums((decimal Owed, int Returned) ByPurchase, (decimal Owed, int Returned) ByDecision, List<string> Leads);
}
