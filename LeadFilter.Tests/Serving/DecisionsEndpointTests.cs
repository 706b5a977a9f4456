using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using LeadFilter.Tests.Cli;

namespace LeadFilter.Tests.Serving;

/// <summary>The owner reads all decisions over HTTP: what was bought, and what changed no answer.</summary>
[TestClass]
public sealed class DecisionsEndpointTests : IAsyncDisposable
{
    private readonly FilterFolders folders = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders, clock);

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
    }

    [TestMethod]
    public async Task Shadow_trial_and_waived_findings_are_listed_with_what_was_bought_and_at_what_price()
    {
        await filter.Visitor.SendAsync("acme", new(FilterVisitor.Person("ann")) { ["state"] = "NY" });
        await filter.Visitor.SendAsync("newcomer", FilterVisitor.Nobody("ben"));
        await filter.Visitor.SendAsync("bright", FilterVisitor.Nobody("cem"));
        await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("dan"));

        CollectionAssert.AreEquivalent(
            (string[])
            [
                "acme success 12.5 state_not_served:shadow",
                "newcomer success 0 uncontactable:trial",
                "bright success 9 uncontactable:waived",
                "acme failure 0 uncontactable:reject",
            ],
            (await ListAsync("")).ToArray());
    }

    [TestMethod]
    public async Task Only_what_is_asked_for_is_listed()
    {
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        await filter.Visitor.SendAsync("bright", FilterVisitor.Nobody("ben"));
        await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("cem"));

        CollectionAssert.AreEquivalent(
            (string[])["acme success 15 ", "bright success 9 uncontactable:waived"], (await ListAsync("?outcome=success")).ToArray());
        CollectionAssert.AreEqual((string[])["acme failure 0 uncontactable:reject"], (await ListAsync("?outcome=failure")).ToArray());
        CollectionAssert.AreEqual((string[])["bright success 9 uncontactable:waived"], (await ListAsync("?reason=uncontactable&vendor=bright")).ToArray());
        Assert.IsEmpty(await ListAsync("?from=2026-11-23T00:00:00Z"));
        Assert.IsEmpty(await ListAsync("?to=2026-11-22T00:00:00Z"));
    }

    [TestMethod]
    [DataRow("effect=shadow", "acme success 12.5 state_not_served:shadow")]
    [DataRow("effect=waived", "bright success 9 uncontactable:waived")]
    [DataRow("rule=reachable&effect=reject", "acme failure 0 uncontactable:reject")]
    [DataRow("rule=reachable&effect=shadow", "")]
    [DataRow("source=site-a", "acme failure 0 uncontactable:reject")]
    [DataRow("source=Site-A&rule=reachable", "acme failure 0 uncontactable:reject")]
    [DataRow("rule=gone", "")]
    public async Task Findings_are_asked_for_by_rule_effect_and_source(string query, string expected)
    {
        await filter.Visitor.SendAsync("acme", new(FilterVisitor.Person("ann")) { ["state"] = "NY" });
        await filter.Visitor.SendAsync("bright", FilterVisitor.Nobody("cem"));
        await filter.Visitor.SendAsync("acme", new(FilterVisitor.Nobody("dan")) { ["source"] = "Site-A" });

        Assert.AreEqual(expected, string.Join('|', await ListAsync("?" + query)));
    }

    [TestMethod]
    public async Task The_command_writes_CSV_that_no_spreadsheet_takes_for_formulas()
    {
        await filter.Visitor.SendAsync("acme", new(FilterVisitor.Nobody("dan")) { ["source"] = "-abc" });
        using var run = new CommandLineRun();

        await run.RunAsync("decisions", "loans", "--csv", "--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey);

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.AreEqual("at,lead,vendor,source,test,version,outcome,price,route,score,updateOf,rejected_by,findings", lines[0].TrimEnd());
        Assert.EndsWith(",acme,'-abc,false,test.1,failure,0,,,,uncontactable,", lines[1].TrimEnd(), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Pages_give_every_decision_once()
    {
        for (var number = 0; number < 9; number++)
        {
            var (name, isPerson) = ($"p{number}", number % 2 == 0);
            await filter.Visitor.SendAsync("acme", isPerson ? FilterVisitor.Person(name) : FilterVisitor.Nobody(name));
        }

        var leads = new HashSet<string>();
        string? next = null;
        do
        {
            var page = await GetAsync("?limit=2" + (next is null ? "" : $"&after={next}"));
            foreach (var one in page.GetProperty("decisions").EnumerateArray())
            {
                Assert.IsTrue(leads.Add(one.GetProperty("lead").GetString()!));
            }

            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        Assert.HasCount(9, leads);
    }

    [TestMethod]
    public async Task Nothing_of_a_person_is_listed()
    {
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));

        Assert.DoesNotContain("ann", (await GetAsync("")).GetRawText(), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_outcome_that_there_is_not_is_400() => await GetAsync("?outcome=error", expected: 400);

    [TestMethod]
    [DataRow("wrong")]
    [DataRow("acme-demo-key")]
    public async Task Nobody_but_the_staff_may_read_them(string key) => await GetAsync("", key, expected: 401);

    private async Task<List<string>> ListAsync(string query) =>
    [
        .. (await GetAsync(query)).GetProperty("decisions").EnumerateArray().Select(static one =>
            $"{one.GetProperty("vendor").GetString()} {one.GetProperty("outcome").GetString()} {one.GetProperty("price").GetDecimal():0.##} "
            + string.Join(' ', one.GetProperty("findings").EnumerateArray().Select(
                static finding => $"{finding.GetProperty("code").GetString()}:{finding.GetProperty("effect").GetString()}"))),
    ];

    private async Task<JsonElement> GetAsync(string query, string key = FilterVisitor.AdminKey, int expected = 200)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/campaigns/loans/decisions" + query);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await filter.Visitor.Http.SendAsync(request);
        Assert.AreEqual(expected, (int)response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }
}
