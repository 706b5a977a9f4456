using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Limits;

/// <summary>The limits as vendors meet them: real Kestrel and real SQLite; the rates by a clock that stands still.</summary>
[TestClass]
public sealed class LimitedServingTests : IDisposable
{
    private const string TooFast = "\"type\":\"urn:leadfilter:problem:too-many-requests\"";

    private static readonly LimitOptions Small = new() { MaxInWork = 2, MaxPerVendor = 100, MaxWaiting = 1, MaxWait = TimeSpan.FromSeconds(30) };

    private readonly FakeTimeProvider clock = new(new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
    private readonly FilterFolders folders = new();
    private HeldQueue? queue;
    private LeadGate? gate;
    private VendorLimits? limits;

    public void Dispose() => folders.Dispose();

    [TestMethod]
    public async Task A_burst_passes_then_the_rate_and_sending_again_after_Retry_After_succeeds()
    {
        GiveAcmeItsOwnRate(0.4m, 3);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock);
        var statuses = new List<int>();
        for (var number = 0; number < 3; number++)
        {
            statuses.Add((await filter.Visitor.SendAsync("acme", FilterVisitor.Person($"p{number}"))).Status);
        }

        CollectionAssert.AreEqual(new[] { 201, 201, 201 }, statuses);
        using var refused = await PostAsync(filter, "acme", "late");
        Assert.AreEqual(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.AreEqual("application/problem+json", refused.Content.Headers.ContentType!.ToString());
        Assert.Contains(TooFast, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.AreEqual(TimeSpan.FromSeconds(3), refused.Headers.RetryAfter!.Delta);

        clock.Advance(refused.Headers.RetryAfter.Delta!.Value);

        using var again = await PostAsync(filter, "acme", "late");
        Assert.AreEqual(HttpStatusCode.Created, again.StatusCode);
    }

    [TestMethod]
    public async Task One_vendors_flood_leaves_the_others_alone()
    {
        GiveAcmeItsOwnRate(1, 5);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock);
        var flood = filter.Visitor.SendAllAsync(Enumerable.Range(0, 200).Select(number => ("acme", FilterVisitor.Person($"a{number}"))));
        var others = filter.Visitor.SendAllAsync(Enumerable.Range(0, 20).Select(number => ("bright", FilterVisitor.Person($"b{number}"))));

        Assert.AreEqual(5, (await flood).Count(answer => answer.Status == 201));
        Assert.AreEqual(195, (await flood).Count(answer => answer.Status == 429));
        Assert.IsTrue((await others).All(answer => answer.Outcome == "success"));
    }

    [TestMethod]
    public async Task G4_A_resend_that_is_limited_changes_nothing()
    {
        GiveAcmeItsOwnRate(1, 1);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock);
        var first = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));

        Assert.AreEqual(429, (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Status);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(first.Body, (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Body);
        Assert.HasCount(1, await filter.DecisionsAsync());
    }

    [TestMethod]
    public async Task A_limited_request_is_answered_before_its_body_is_read()
    {
        GiveAcmeItsOwnRate(1, 1);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock);
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));

        Assert.AreEqual("HTTP/1.1 429 Too Many Requests", await StatusOfBodilessAsync(filter, "acme-demo-key"));
    }

    [TestMethod]
    public async Task Asking_about_a_person_counts_too()
    {
        GiveAcmeItsOwnRate(1, 1);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock);
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/campaigns/loans/duplicates") { Content = JsonContent.Create(new { email_sha256 = new string('0', 64) }) };
        request.Headers.Authorization = new("Bearer", "acme-demo-key");

        using var answer = await filter.Visitor.Http.SendAsync(request);

        Assert.AreEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    [TestMethod]
    public async Task A_vendor_without_a_rate_of_its_own_is_held_to_the_one_for_all()
    {
        await using var filter = await StartAsync(new() { VendorRate = new(1, 1) }, clock);
        Assert.AreEqual(201, (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Status);
        Assert.AreEqual(429, (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ben"))).Status);
        Assert.AreEqual(201, (await filter.Visitor.SendAsync("bright", FilterVisitor.Person("cid"))).Status);
    }

    [TestMethod]
    public async Task Unknown_keys_are_refused_and_leave_nothing_in_memory()
    {
        await using var filter = await StartAsync(new(), clock);
        var answers = await filter.Visitor.SendAllAsync(Enumerable.Range(0, 200).Select(number => ($"nobody-{number}", FilterVisitor.Person("ann"))));

        Assert.IsTrue(answers.All(answer => answer.Status == 401));
        Assert.AreEqual(0, limits!.Count);
    }

    [TestMethod]
    public async Task With_all_places_taken_the_next_lead_is_told_so_at_once_and_none_that_is_held_is_lost()
    {
        await using var filter = await StartAsync(Small, hold: true);
        var held = filter.Visitor.SendAllAsync([("acme", FilterVisitor.Person("a")), ("acme", FilterVisitor.Person("b"))]);
        await Eventually.HoldsAsync(() => Task.FromResult(queue!.Held == 2), "the leads are not in work");
        var waiting = filter.Visitor.SendAsync("acme", FilterVisitor.Person("c"));
        await Eventually.HoldsAsync(() => Task.FromResult(gate!.Load.Waiting == 1), "the lead does not wait");

        using var shed = await PostAsync(filter, "bright", "d");

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, shed.StatusCode);
        Assert.IsTrue(shed.Headers.RetryAfter!.Delta!.Value.TotalSeconds is >= 1 and <= 5);
        Assert.AreEqual(
            """{"outcome":"error","reason":"There is more to do at the moment than can be answered in time. Nothing is bought: send the lead again."}""",
            await shed.Content.ReadAsStringAsync());
        Assert.IsFalse(held.IsCompleted || waiting.IsCompleted);

        queue!.Release();

        Assert.IsTrue((await held).Append(await waiting).All(answer => answer.Outcome == "success"));
        Assert.AreEqual("success", (await filter.Visitor.SendAsync("bright", FilterVisitor.Person("d"))).Outcome);
        await filter.DeliveredAsync();
        Assert.HasCount(4, await filter.Visitor.CrmAsync());
        Assert.AreEqual((0, 0), gate!.Load);
    }

    [TestMethod]
    public async Task A_lead_that_is_turned_away_is_answered_in_the_vendors_format_and_before_its_body_is_read()
    {
        await using var filter = await StartAsync(Small with { MaxInWork = 1, MaxWaiting = 0 }, hold: true);
        var held = filter.Visitor.SendAsync("acme", FilterVisitor.Person("a"));
        await Eventually.HoldsAsync(() => Task.FromResult(queue!.Held == 1), "the lead is not in work");

        Assert.AreEqual("HTTP/1.1 503 Service Unavailable", await StatusOfBodilessAsync(filter, "bright-demo-key"));
        using var shed = await PostAsync(filter, "bright", "b", "application/xml");
        Assert.StartsWith("<result><outcome>error</outcome>", await shed.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        queue!.Release();
        await held;
    }

    [TestMethod]
    public async Task Health_and_admin_can_be_reached_while_leads_are_turned_away()
    {
        await using var filter = await StartAsync(Small with { MaxInWork = 1, MaxWaiting = 0 }, hold: true);
        var held = filter.Visitor.SendAsync("acme", FilterVisitor.Person("a"));
        await Eventually.HoldsAsync(() => Task.FromResult(queue!.Held == 1), "the lead is not in work");
        Assert.AreEqual(503, (await filter.Visitor.SendAsync("bright", FilterVisitor.Person("b"))).Status);

        foreach (var address in (string[])["/api/health/live", "/api/health/ready"])
        {
            using var health = await filter.Visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.AreEqual(HttpStatusCode.OK, health.StatusCode, address);
        }

        Assert.AreEqual(200, (await filter.Visitor.RejectionsAsync()).Status);
        queue!.Release();
        await held;
    }

    [TestMethod]
    public async Task A_vendor_with_its_share_open_is_told_to_wait_for_answers_and_others_are_not()
    {
        await using var filter = await StartAsync(Small with { MaxPerVendor = 1 }, hold: true);
        var held = filter.Visitor.SendAsync("acme", FilterVisitor.Person("a"));
        await Eventually.HoldsAsync(() => Task.FromResult(queue!.Held == 1), "the lead is not in work");

        using var refused = await PostAsync(filter, "acme", "b");

        Assert.AreEqual(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("\"type\":\"urn:leadfilter:problem:too-many-at-once\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.AreEqual(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.AreEqual("success", (await filter.Visitor.SendAsync("bright", new(FilterVisitor.Person("c")) { ["is_test"] = "true" })).Outcome);
        queue!.Release();
        await held;
    }

    [TestMethod]
    public async Task A_lead_is_answered_before_the_backlog_of_another_vendor()
    {
        await using var filter = await StartAsync(Small with { MaxInWork = 100, MaxActive = 1, MaxWaiting = 100 }, hold: true);
        var backlog = filter.Visitor.SendAllAsync(Enumerable.Range(0, 20).Select(number => ("acme", FilterVisitor.Person($"a{number}"))));
        await Eventually.HoldsAsync(() => Task.FromResult(queue!.Held == 1 && gate!.Load.Waiting == 19), "the leads do not wait");
        var quiet = filter.Visitor.SendAsync("bright", FilterVisitor.Person("quiet"));
        await Eventually.HoldsAsync(() => Task.FromResult(gate!.Load.Waiting == 20), "the lead does not wait");

        queue!.Release();

        Assert.AreEqual("success", (await quiet).Outcome);
        Assert.IsTrue((await backlog).All(answer => answer.Outcome == "success"));
        Assert.AreEqual(2, queue.Sent.ToList().FindIndex(lead => lead.Contains("quiet@example.com", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_lead_may_have_as_many_fields_as_the_setting_says()
    {
        await using var filter = await StartAsync(new() { MaxFields = 3 });
        Assert.AreEqual(201, (await filter.Visitor.SendAsync("acme", new() { ["email"] = "a@example.com", ["x"] = "", ["y"] = "" })).Status);
        var refused = await filter.Visitor.SendAsync("acme", new() { ["email"] = "a@example.com", ["x"] = "", ["y"] = "", ["z"] = "" });
        Assert.AreEqual(400, refused.Status);
        Assert.Contains("more than 3 fields", refused.Body, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(FilterUnderTest filter, string vendor, string person, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, FilterVisitor.Leads) { Content = JsonContent.Create(FilterVisitor.Person(person)) };
        request.Headers.Authorization = new("Bearer", $"{vendor}-demo-key");
        request.Headers.Accept.ParseAdd(accept);
        return await filter.Visitor.Http.SendAsync(request);
    }

    /// <summary>Sends a head that promises a body, and no body; the status line of the answer.</summary>
    private static async Task<string?> StatusOfBodilessAsync(FilterUnderTest filter, string key)
    {
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(filter.Host.Address.Host, filter.Host.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {FilterVisitor.Leads} HTTP/1.1\r\nHost: x\r\nX-Api-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"));
        using var answer = new StreamReader(stream, Encoding.UTF8);
        return await answer.ReadLineAsync();
    }

    private void GiveAcmeItsOwnRate(decimal perSecond, int burst) => File.WriteAllText(
        folders.VendorsFile,
        TestCampaign.VendorsJson.Replace("\"name\": \"acme\"", $"\"name\": \"acme\", \"ratePerSecond\": {perSecond}, \"burst\": {burst}", StringComparison.Ordinal));

    private Task<FilterUnderTest> StartAsync(LimitOptions options, TimeProvider? time = null, bool hold = false) =>
        FilterUnderTest.StartAsync(folders, time, services =>
        {
            services
                .AddSingleton(options)
                .AddSingleton(provider => gate = ActivatorUtilities.CreateInstance<LeadGate>(provider))
                .AddSingleton(provider => limits = ActivatorUtilities.CreateInstance<VendorLimits>(provider));
            if (hold)
            {
                queue = new((ILeadQueue)services.Single(service => service.ServiceType == typeof(ILeadQueue)).ImplementationInstance!);
                services.AddSingleton<ILeadQueue>(queue);
                services.AddSingleton<IChanges, ChangesInTurn>();
            }
        });
}
