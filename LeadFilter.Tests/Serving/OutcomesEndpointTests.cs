using System.Net;
using System.Text;
using System.Text.Json;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Outcomes;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Outcomes;

namespace LeadFilter.Tests.Serving;

/// <summary>Outcomes over HTTP, on a whole filter.</summary>
[TestClass]
public sealed class OutcomesEndpointTests : IDisposable
{
    private const string Outcomes = "/api/campaigns/loans/outcomes";

    private readonly FilterFolders folders = new();
    private FilterUnderTest filter = null!;

    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders);

    [TestCleanup]
    public ValueTask StopAsync() => filter.DisposeAsync();

    public void Dispose() => folders.Dispose();

    [TestMethod]
    public async Task G13_An_outcome_counts_once_however_often_it_is_told()
    {
        var lead = await BoughtAsync("ann");
        var told = $$"""{ "lead": "{{lead}}", "event": "converted", "at": "{{Now}}", "value": 1250, "id": "e-1" }""";

        Assert.AreEqual($$"""{"line":1,"result":"counted","lead":"{{lead}}"}""", (await PostAsync(told)).Body);
        Assert.AreEqual($$"""{"line":1,"result":"known","lead":"{{lead}}"}""", (await PostAsync(told)).Body);
        var history = await HistoryAsync(lead);
        Assert.AreEqual((LeadStage.Converted, 1250m, 1), (history.Stage, history.Value, history.Events.Count));
    }

    [TestMethod]
    public async Task G12_A_lead_is_found_by_its_id_by_the_CRMs_and_by_a_hash_of_its_person()
    {
        var lead = await BoughtAsync("ann");
        await filter.DeliveredAsync();
        var crmId = await CrmIdAsync(lead);
        var hash = IdentityHasher.Sha256("ann@example.com");

        foreach (var who in new[] { $"\"lead\":\"{lead}\"", $"\"crm_id\":\"{crmId}\"", $"\"email_sha256\":\"{hash}\"" })
        {
            var (status, body) = await PostAsync($$"""{ {{who}}, "event": "attempted", "at": "{{Now}}", "id": "x" }""");
            Assert.AreEqual((HttpStatusCode.OK, lead), (status, JsonDocument.Parse(body).RootElement.GetProperty("lead").GetString()), who);
        }
    }

    [TestMethod]
    public async Task Each_line_of_a_batch_has_its_own_answer()
    {
        var lead = await BoughtAsync("ann");
        var (status, body) = await PostAsync(
            $"lead,event,at,id\n{lead},contacted,{Now},1\n{lead},contacted,{Now},1\n{lead},sold,{Now},2\n{new string('0', 32)},lost,{Now},3\n", "text/csv");

        Assert.AreEqual(HttpStatusCode.OK, status);
        var batch = JsonDocument.Parse(body).RootElement;
        Assert.AreEqual((1, 1, 2), (batch.GetProperty("counted").GetInt32(), batch.GetProperty("known").GetInt32(), batch.GetProperty("refused").GetInt32()));
        Assert.AreEqual("2 counted|3 known|4 event_unknown|5 lead_unknown", string.Join('|', batch.GetProperty("lines").EnumerateArray().Select(
            static line => $"{line.GetProperty("line")} {(line.TryGetProperty("code", out var code) ? code : line.GetProperty("result"))}")));
    }

    [TestMethod]
    public async Task An_unknown_lead_is_a_404_and_says_nothing_of_others()
    {
        var (status, body) = await PostAsync($$"""{ "lead": "{{new string('0', 32)}}", "event": "lost", "at": "{{Now}}" }""");

        Assert.AreEqual(HttpStatusCode.NotFound, status);
        Assert.Contains("urn:leadfilter:problem:unknown-lead", body, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("2000-01-01T00:00:00Z", "event_before_purchase")]
    [DataRow("2099-01-01T00:00:00Z", "event_in_future")]
    public async Task What_cannot_have_happened_then_is_refused(string at, string code)
    {
        var lead = await BoughtAsync("ann");
        var (status, body) = await PostAsync($$"""{ "lead": "{{lead}}", "event": "lost", "at": "{{at}}" }""");

        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(code, body, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_dry_run_counts_nothing()
    {
        var lead = await BoughtAsync("ann");
        var (status, _) = await PostAsync($$"""{ "lead": "{{lead}}", "event": "lost", "at": "{{Now}}" }""", query: "?dry_run=true");

        Assert.AreEqual(HttpStatusCode.OK, status);
        Assert.IsEmpty((await HistoryAsync(lead)).Events);
    }

    [TestMethod]
    public async Task A_vendor_cannot_tell_outcomes()
    {
        var (status, _) = await PostAsync("{}", key: "acme-demo-key");

        Assert.AreEqual(HttpStatusCode.Unauthorized, status);
    }

    [TestMethod]
    [DataRow("/api/feedback")]
    [DataRow("/feedback")]
    public async Task Feedback_in_the_form_of_LeadConduit_converts_a_lead_once(string address)
    {
        var lead = await BoughtAsync("ann");
        for (var times = 0; times < 2; times++)
        {
            var (status, body) = await PostAsync("", address: $"{address}?event_id={lead}&type=conversion&reason=sold");
            Assert.AreEqual((HttpStatusCode.Created, """{"outcome":"success"}"""), (status, body));
        }

        var history = await HistoryAsync(lead);
        Assert.AreEqual((LeadStage.Converted, 1), (history.Stage, history.Events.Count));
    }

    [TestMethod]
    public async Task Feedback_that_is_not_taken_says_why()
    {
        var (status, body) = await PostAsync("type=conversion&event_id=7", "application/x-www-form-urlencoded", "/api/feedback");

        Assert.AreEqual(HttpStatusCode.Created, status);
        Assert.Contains("\"outcome\":\"failure\"", body, StringComparison.Ordinal);
    }

    private static string Now => TimeProvider.System.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> BoughtAsync(string name) => (await filter.Visitor.SendAsync("acme", FilterVisitor.Person(name))).Lead;

    private async Task<string> CrmIdAsync(string lead) =>
        (await new LeadLedger(filter.Host.Store.Tables).FindAsync(IdOf(lead), TestContext.CancellationToken))!.Delivery!.CrmId!;

    private static LeadId IdOf(string lead) => LeadId.TryParse(lead, out var id) ? id : throw new ArgumentException(lead, nameof(lead));

    private async Task<LeadHistory> HistoryAsync(string lead) =>
        await new OutcomeBook(filter.Host.Store.Tables).ReadAsync(IdOf(lead), TestContext.CancellationToken);

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(
        string body, string type = "application/json", string address = Outcomes, string query = "", string key = FilterVisitor.AdminKey)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await filter.Visitor.AskAsync(HttpMethod.Post, address + query, key, content);
    }
}
