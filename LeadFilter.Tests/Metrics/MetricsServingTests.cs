using System.Net;
using LeadFilter.Cli.Metrics;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Metrics;

/// <summary><c>/metrics</c> of a whole filter.</summary>
[TestClass]
public sealed class MetricsServingTests
{
    private const string OpenMetrics = "application/openmetrics-text; version=1.0.0";

    private static readonly (string Role, string Key)[] Keys =
        [("admin", FilterVisitor.AdminKey), ("read", "read-key-of-the-tests"), ("crm", "crm-key-of-the-tests")];

    [TestMethod]
    [DataRow("text/plain", "text/plain; version=0.0.4; charset=utf-8")]
    [DataRow(OpenMetrics, "application/openmetrics-text; version=1.0.0; charset=utf-8")]
    public async Task Everything_is_shown_in_the_form_that_is_asked_for(string accept, string contentType)
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        await filter.Visitor.SendAsync("acme", FilterVisitor.Nobody("ben"));
        await filter.DeliveredAsync();

        var (status, type, text) = await GetAsync(filter, FilterVisitor.AdminKey, accept);

        Assert.AreEqual((HttpStatusCode.OK, contentType), (status, type));
        var samples = Exposition.Read(text, accept == OpenMetrics).Samples;
        Assert.AreEqual(1, samples["""leadfilter_decisions_total{campaign="loans",outcome="success",vendor="acme"}"""]);
        Assert.AreEqual(1, samples["""leadfilter_deliveries_total{campaign="loans",result="done"}"""]);
        Assert.AreEqual(2, samples["leadfilter_decision_duration_seconds_count"]);
        Assert.AreEqual(0, samples["""leadfilter_dead_letters{campaign="loans"}"""]);
        Assert.AreEqual(1, samples["""http_server_active_requests{http_request_method="GET",url_scheme="http"}"""]);
        Assert.IsGreaterThan(0, samples["dotnet_process_memory_working_set_bytes"]);
        Assert.IsGreaterThan(0, samples["leadfilter_disk_free_bytes"]);
        Assert.IsTrue(samples.Keys.Any(static key =>
            key.StartsWith("http_server_request_duration_seconds_count", StringComparison.Ordinal)
            && key.Contains("http_route=\"/api/campaigns/{campaign}/leads\"", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task G9_Nothing_of_a_person_is_shown()
    {
        const string mark = "zzmarkzz";
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await filter.Visitor.SendAsync("acme", new() { ["email"] = $"{mark}@example.com", ["state"] = "CA", ["source"] = mark, [mark] = mark });
        await filter.Visitor.SendAsync("bright", new() { ["email"] = mark, ["first_name"] = mark, ["page_views"] = mark });
        await filter.DeliveredAsync();
        using var get = await filter.Visitor.Http.GetAsync($"{FilterVisitor.Leads}?email={mark}%40example.com");
        using var unknown = await filter.Visitor.Http.GetAsync($"/api/campaigns/{mark}/leads?email={mark}");
        using var nowhere = await filter.Visitor.Http.GetAsync($"/{mark}");

        var (_, _, text) = await GetAsync(filter, FilterVisitor.AdminKey);

        Assert.IsGreaterThan(5_000, text.Length);
        Assert.DoesNotContain(mark, text, StringComparison.OrdinalIgnoreCase);
    }

    [TestMethod]
    public async Task Roles_get_in_as_the_docs_say()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders, settings: new Dictionary<string, string>
        {
            [StaffKeys.NamedKeysSetting] =
                $$"""{"staff":{"grafana":{"role":"read","keys":["{{KeyHash.Of(Keys[1].Key)}}"]},"crm":{"role":"crm","keys":["{{KeyHash.Of(Keys[2].Key)}}"]} } }""",
        });
        var row = SampleFiles.Read("docs", "http.md").Split('\n').Single(static line => line.StartsWith("| `GET /metrics`", StringComparison.Ordinal));

        var got = new List<string>();
        foreach (var (_, key) in Keys)
        {
            got.Add((await GetAsync(filter, key)).Status == HttpStatusCode.OK ? "yes" : "no");
        }

        Assert.AreEqual($"| {string.Join(" | ", got)} |", row[row.IndexOf('|', 1)..].Trim());
        Assert.AreEqual("yes yes no", string.Join(' ', got));
        Assert.AreEqual(HttpStatusCode.Unauthorized, (await GetAsync(filter, "acme-demo-key")).Status);
        Assert.AreEqual(HttpStatusCode.Unauthorized, (await GetAsync(filter, "")).Status);
    }

    [TestMethod]
    public async Task Switched_off_there_is_nothing_at_the_address()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders, settings: new Dictionary<string, string> { [MetricsSwitch.SettingName] = "off" });

        Assert.AreEqual(HttpStatusCode.NotFound, (await GetAsync(filter, FilterVisitor.AdminKey)).Status);
    }

    [TestMethod]
    [DataRow(null, true, 0)]
    [DataRow("ON", true, 0)]
    [DataRow(" off ", false, 0)]
    [DataRow("no", true, 1)]
    public void Setting_says_whether(string? setting, bool isOn, int problems)
    {
        var told = new List<string>();

        Assert.AreEqual(isOn, MetricsSwitch.Read(new(name => name == "LEADFILTER_METRICS" ? setting : null, told)));

        Assert.HasCount(problems, told);
    }

    private static async Task<(HttpStatusCode Status, string? Type, string Text)> GetAsync(FilterUnderTest filter, string key, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        if (key.Length > 0)
        {
            request.Headers.Authorization = new("Bearer", key);
        }

        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        using var response = await filter.Visitor.Http.SendAsync(request);
        return (response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());
    }
}
