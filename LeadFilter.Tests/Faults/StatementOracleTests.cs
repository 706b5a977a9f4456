using System.Net.Http.Headers;
using System.Text.Json;
using LeadFilter.Tests.Clocks;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Serving;

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
          "vendors": { "acme": { }, "bright": { "price": 9.99 }, "stranger": { "price": 0.0001 } }
        }
        """;

    private static readonly string[] Vendors = ["acme", "bright", "stranger"];
    private static readonly string[] States = ["CA", "TX", "NY"];
    private static readonly TimeSpan Pacific = TimeSpan.FromHours(-8);

    [TestMethod]
    public async Task G12_Statements_equal_a_recount_of_the_rows_of_the_database()
    {
        var random = new Random(14);
        var clock = new JumpingClock(TimeProvider.System);
        clock.Jump(new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero) - clock.GetUtcNow());
        using var folders = new FilterFolders(campaign: Campaign);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock);
        for (var batch = 0; batch < 10; batch++)
        {
            clock.Jump(TimeSpan.FromMinutes(random.Next(300, 900)));
            await filter.Visitor.SendAllAsync(Enumerable.Range(0, 15).Select(_ => Offer(random)).ToList());
        }

        await filter.DeliveredAsync();
        var rows = new History(new());
        StoredHistory.AddTo(rows, filter.Host.DataFile);
        foreach (var month in (int[])[11, 12])
        {
            foreach (var vendor in Vendors)
            {
                var bought = rows.Logged.Values
                    .Where(record => record.IsAccepted && record.Vendor == vendor && record.At.ToOffset(Pacific).Month == month).ToList();
                Assert.IsNotEmpty(bought, $"{vendor} sold nothing in month {month}");

                var statement = await ReadAsync(filter, vendor, month);

                Assert.AreEqual(bought.Sum(record => record.Price), statement.Owed, $"{vendor}, month {month}");
                CollectionAssert.AreEqual(bought.Select(record => record.Lead).Order().ToList(), statement.Leads, $"{vendor}, month {month}");
            }
        }
    }

    private static (string Vendor, Dictionary<string, string> Fields) Offer(Random random) => (
        Vendors[random.Next(Vendors.Length)],
        new()
        {
            ["email"] = $"person-{random.Next(120)}@example.com",
            ["state"] = States[random.Next(States.Length)],
            ["is_test"] = random.Next(10) == 0 ? "true" : "false",
        });

    private static async Task<(decimal Owed, List<string> Leads)> ReadAsync(FilterUnderTest filter, string vendor, int month)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/campaigns/loans/statement?month=2026-{month}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{vendor}-demo-key");
        using var response = await filter.Visitor.Http.SendAsync(request);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (
            json.RootElement.GetProperty("byDecision").GetProperty("owed").GetDecimal(),
            [.. json.RootElement.GetProperty("leads").EnumerateArray().Select(line => line.GetProperty("lead").GetString()!).Order()]);
    }
}
