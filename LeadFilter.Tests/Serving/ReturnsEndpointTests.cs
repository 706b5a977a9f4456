using System.Net;
using System.Text;
using System.Text.Json;
using LeadFilter.Pipeline.Returns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Serving;

/// <summary>Returns over HTTP, on a whole filter.</summary>
[TestClass]
public sealed class ReturnsEndpointTests : IAsyncDisposable
{
    private const string Returns = "/api/campaigns/loans/returns";

    private const string Campaign = """
        {
          "campaign": "loans", "version": "test.1", "timeZone": "America/New_York", "rules": [],
          "prices": [ { "price": 12.5 } ],
          "duplicates": { "by": [ "email" ], "windowDays": 30 },
          "outcomes": { "reasons": { "Wrong Number": "wrong_number" } },
          "delivery": { "type": "webhook", "url": "/demo/crm/leads" },
          "returns": { "windowDays": 7, "answerDays": 3, "silence": "accept", "reasons": { "wrong_number": "Somebody else's number" } },
          "vendors": { "acme": { "returns": { "again": true } }, "bright": { "returns": { "windowDays": 1 } }, "stranger": { } }
        }
        """;

    private readonly FilterFolders folders = new(campaign: Campaign);
    private readonly FakeTimeProvider clock = new(new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero));
    private FilterUnderTest filter = null!;
    private int persons;

    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders, clock);

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
    }

    [TestMethod]
    public async Task A_lead_that_is_handed_back_is_answered_with_its_return()
    {
        var lead = await BoughtAsync();
        clock.Advance(TimeSpan.FromHours(1));

        var (status, body) = await PostAsync($$"""{ "lead": "{{lead}}", "reason": "Wrong Number" }""");

        Assert.AreEqual(HttpStatusCode.OK, status, body);
        Assert.AreEqual(
            $$"""
            {"result":"requested","lead":"{{lead}}","vendor":"acme","state":"requested","reason":"wrong_number","text":"Somebody else's number","price":12.5,
            "boughtAt":"2026-11-20T15:00:00Z","requestedAt":"2026-11-20T16:00:00Z","answerBy":"2026-11-24T05:00:00Z",
            "changes":[{"state":"requested","at":"2026-11-20T16:00:00Z","by":"buyer","reason":"wrong_number"}]}
            """.ReplaceLineEndings(""),
            body.Replace("\\u0027", "'", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task G13_A_lead_that_was_handed_back_before_is_known()
    {
        var lead = await BoughtAsync();
        await AskAsync(lead);

        Assert.Contains("\"result\":\"known\"", (await AskAsync(lead)).Body, StringComparison.Ordinal);
        Assert.AreEqual("""{"counted":0,"known":1,"refused":1}""", CountsOf((await PostAsync(
            $"lead,reason\n{lead},wrong_number\n{new string('0', 32)},wrong_number\n", "text/csv")).Body));
    }

    [TestMethod]
    public async Task What_is_refused_says_all_that_is_wrong_in_codes()
    {
        var lead = await BoughtAsync("bright");
        clock.Advance(TimeSpan.FromDays(3));

        var (status, body) = await PostAsync($$"""{ "lead": "{{lead}}", "reason": "did_not_buy" }""");

        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, status);
        Assert.AreEqual("return_too_late return_reason_not_agreed", CodesOf(body));
    }

    [TestMethod]
    [DataRow("stranger", HttpStatusCode.UnprocessableEntity, "return_not_agreed")]
    [DataRow(null, HttpStatusCode.NotFound, "return_not_bought")]
    public async Task What_cannot_be_handed_back_says_why(string? vendor, HttpStatusCode status, string code)
    {
        var lead = vendor is null ? new string('0', 32) : await BoughtAsync(vendor);

        var (answered, body) = await AskAsync(lead);

        Assert.AreEqual((status, code), (answered, CodesOf(body)));
    }

    [TestMethod]
    public async Task A_dry_run_hands_nothing_back()
    {
        var lead = await BoughtAsync();

        Assert.AreEqual(HttpStatusCode.OK, (await PostAsync($$"""{ "lead": "{{lead}}", "reason": "wrong_number" }""", query: "?dry_run=true")).Status);
        Assert.AreEqual(HttpStatusCode.NotFound, (await GetAsync($"/{lead}")).Status);
    }

    [TestMethod]
    public async Task A_vendor_answers_its_own_returns_and_nobody_else_s()
    {
        var lead = await BoughtAsync();
        await AskAsync(lead);

        Assert.AreEqual(HttpStatusCode.NotFound, (await ActAsync(lead, "accept", "bright-demo-key")).Status);
        Assert.AreEqual(HttpStatusCode.NotFound, (await GetAsync($"/{lead}", "bright-demo-key")).Status);
        Assert.AreEqual("", await ListedAsync("bright-demo-key"));
        Assert.AreEqual(lead, await ListedAsync("acme-demo-key"));
        var (status, body) = await ActAsync(lead, "accept", "acme-demo-key");
        Assert.AreEqual(HttpStatusCode.OK, status, body);
        Assert.Contains("\"state\":\"accepted\"", body, StringComparison.Ordinal);
        Assert.Contains("\"credit\":12.5", body, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("accept", "acme-demo-key", HttpStatusCode.OK)]
    [DataRow("deny", "acme-demo-key", HttpStatusCode.OK)]
    [DataRow("dispute", "acme-demo-key", HttpStatusCode.Forbidden)]
    [DataRow("withdraw", "acme-demo-key", HttpStatusCode.Forbidden)]
    [DataRow("withdraw", FilterVisitor.AdminKey, HttpStatusCode.OK)]
    [DataRow("accept", FilterVisitor.AdminKey, HttpStatusCode.OK)]
    [DataRow("dispute", FilterVisitor.AdminKey, HttpStatusCode.Conflict)]
    [DataRow("burn", FilterVisitor.AdminKey, HttpStatusCode.UnprocessableEntity)]
    public async Task Each_side_does_what_is_its_own(string action, string key, HttpStatusCode status)
    {
        var lead = await BoughtAsync();
        await AskAsync(lead);

        Assert.AreEqual(status, (await ActAsync(lead, action, key)).Status);
    }

    [TestMethod]
    public async Task What_the_buyer_s_staff_enters_for_a_vendor_says_so()
    {
        var lead = await BoughtAsync();
        await AskAsync(lead);

        Assert.Contains("buyer_for_vendor", (await ActAsync(lead, "accept", FilterVisitor.AdminKey)).Body, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_denial_needs_a_reason_and_can_be_disputed_once()
    {
        var lead = await BoughtAsync();
        await AskAsync(lead);
        Assert.AreEqual("reason_missing", CodesOf((await ActAsync(lead, "deny", "acme-demo-key", reason: null)).Body));
        Assert.AreEqual("reason_unreadable", CodesOf((await ActAsync(lead, "deny", "acme-demo-key", reason: "Ann said no")).Body));

        await ActAsync(lead, "deny", "acme-demo-key");
        Assert.AreEqual(HttpStatusCode.OK, (await ActAsync(lead, "dispute", FilterVisitor.AdminKey)).Status);
        await ActAsync(lead, "deny", "acme-demo-key");
        var (status, body) = await ActAsync(lead, "dispute", FilterVisitor.AdminKey);
        Assert.AreEqual(HttpStatusCode.Conflict, status);
        Assert.Contains("urn:leadfilter:problem:return-decided", body, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task G12_A_credit_stands_on_the_statement_and_on_the_lead_s_page()
    {
        var lead = await BoughtAsync();
        await BoughtAsync();
        await AskAsync(lead);
        await ActAsync(lead, "accept", "acme-demo-key");

        var statement = (await filter.Visitor.AskAsync(
            HttpMethod.Get, "/api/campaigns/loans/statement?month=2026-11", "acme-demo-key")).Body;
        using var json = JsonDocument.Parse(statement);
        var totals = json.RootElement.GetProperty("byDecision");
        Assert.AreEqual(12.5m, totals.GetProperty("owed").GetDecimal());
        Assert.AreEqual(1, totals.GetProperty("credited").GetProperty("leads").GetInt32());
        foreach (var key in new[] { "acme-demo-key", FilterVisitor.AdminKey })
        {
            Assert.Contains(
                "\"return\":{\"lead\"", (await filter.Visitor.AskAsync(HttpMethod.Get, $"{FilterVisitor.Leads}/{lead}", key)).Body, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task After_a_credit_with_again_the_same_person_is_bought_again()
    {
        var person = FilterVisitor.Person("ann");
        var lead = (await filter.Visitor.SendAsync("acme", person)).Lead;
        Assert.AreEqual("failure", (await filter.Visitor.SendAsync("bright", person)).Outcome);
        await AskAsync(lead);
        await ActAsync(lead, "accept", "acme-demo-key");

        await filter.Host.Services.GetRequiredService<ReturnSweep>().RunAsync(TimeSpan.MaxValue, TestContext.CancellationToken);

        // Not the rejection's resend.
        person["first_name"] = "Ann";
        Assert.AreEqual("success", (await filter.Visitor.SendAsync("bright", person)).Outcome);
        person["first_name"] = "Anna";
        Assert.AreEqual("failure", (await filter.Visitor.SendAsync("stranger", person)).Outcome);
    }

    [TestMethod]
    [DataRow("wrong_number", """{"outcome":"success"}""")]
    [DataRow("did_not_buy", """{"outcome":"failure","reason":"\u0027reason\u0027 must be one of those in the contract: wrong_number."}""")]
    public async Task Feedback_in_the_form_of_LeadConduit_hands_a_lead_back(string reason, string answer)
    {
        var lead = await BoughtAsync();
        for (var times = 0; times < 2; times++)
        {
            var (status, body) = await filter.Visitor.AskAsync(
                HttpMethod.Post, $"/feedback?event_id={lead}&type=return&reason={reason}", FilterVisitor.AdminKey);
            Assert.AreEqual((HttpStatusCode.Created, answer), (status, body));
        }
    }

    [TestMethod]
    public async Task Returns_are_listed_by_state_page_by_page()
    {
        var leads = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            leads.Add(await BoughtAsync());
            await AskAsync(leads[^1]);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        await ActAsync(leads[1], "withdraw", FilterVisitor.AdminKey);

        Assert.AreEqual($"{leads[2]} {leads[0]}", await ListedAsync(FilterVisitor.AdminKey, "?state=requested"));
        Assert.AreEqual(leads[1], await ListedAsync(FilterVisitor.AdminKey, "?state=withdrawn&vendor=acme"));
        Assert.AreEqual(leads[2], await ListedAsync(FilterVisitor.AdminKey, "?limit=1"));
        Assert.AreEqual($"{leads[1]} {leads[0]}", await ListedAsync(FilterVisitor.AdminKey, $"?after={leads[2]}"));
    }

    [TestMethod]
    [DataRow("?state=open", HttpStatusCode.BadRequest)]
    [DataRow("?vendor=A%20B", HttpStatusCode.BadRequest)]
    [DataRow("?after=7", HttpStatusCode.BadRequest)]
    [DataRow("?limit=0", HttpStatusCode.BadRequest)]
    public async Task A_listing_that_cannot_be_read_says_why(string query, HttpStatusCode status) =>
        Assert.AreEqual(status, (await GetAsync(query)).Status);

    private static string CodesOf(string problem)
    {
        using var json = JsonDocument.Parse(problem);
        return string.Join(' ', json.RootElement.GetProperty("codes").EnumerateArray().Select(static code => code.GetString()));
    }

    private static string CountsOf(string batch)
    {
        using var json = JsonDocument.Parse(batch);
        var (counted, known, refused) = (
            json.RootElement.GetProperty("counted"), json.RootElement.GetProperty("known"), json.RootElement.GetProperty("refused"));
        return $$"""{"counted":{{counted}},"known":{{known}},"refused":{{refused}}}""";
    }

    private async Task<string> BoughtAsync(string vendor = "acme") =>
        (await filter.Visitor.SendAsync(vendor, FilterVisitor.Person($"person-{++persons}"))).Lead;

    private Task<(HttpStatusCode Status, string Body)> AskAsync(string lead) =>
        PostAsync($$"""{ "lead": "{{lead}}", "reason": "wrong_number" }""");

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(
        string body, string type = "application/json", string query = "", string key = FilterVisitor.AdminKey)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await filter.Visitor.AskAsync(HttpMethod.Post, Returns + query, key, content);
    }

    private async Task<(HttpStatusCode Status, string Body)> ActAsync(string lead, string action, string key, string? reason = "person_reached")
    {
        using var content = new StringContent(
            reason is null ? $$"""{ "action": "{{action}}" }""" : $$"""{ "action": "{{action}}", "reason": "{{reason}}" }""",
            Encoding.UTF8,
            "application/json");
        return await filter.Visitor.AskAsync(HttpMethod.Post, $"{Returns}/{lead}", key, content);
    }

    private Task<(HttpStatusCode Status, string Body)> GetAsync(string more, string key = FilterVisitor.AdminKey) =>
        filter.Visitor.AskAsync(HttpMethod.Get, Returns + more, key);

    private async Task<string> ListedAsync(string key, string query = "")
    {
        using var json = JsonDocument.Parse((await GetAsync(query, key)).Body);
        return string.Join(' ', json.RootElement.GetProperty("returns").EnumerateArray().Select(static one => one.GetProperty("lead").GetString()));
    }
}
