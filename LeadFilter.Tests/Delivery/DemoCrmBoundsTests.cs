using System.Net;
using LeadFilter.Cli.DemoCrm;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Delivery;

/// <summary>What the demo CRM keeps, and whom it answers.</summary>
[TestClass]
public sealed class DemoCrmBoundsTests
{
    [TestMethod]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable());
        for (var number = 0; number < 5; number++)
        {
            await crm.PostAsync(IdOf(number), $$"""{"n":{{number}}}""");
        }

        var (found, pages, next) = (new List<int>(), 0, "");
        do
        {
            var page = await crm.ListAsync($"?limit=2{next}");
            Assert.AreEqual(5, page.GetProperty("count").GetInt32());
            found.AddRange(page.GetProperty("leads").EnumerateArray().Select(lead => lead.GetProperty("lead").GetProperty("n").GetInt32()));
            next = page.TryGetProperty("next", out var after) ? $"&after={after}" : null;
            pages++;
        }
        while (next is not null);

        CollectionAssert.AreEqual(new[] { 4, 3, 2, 1, 0 }, found);
        Assert.AreEqual(3, pages);
    }

    [TestMethod]
    public async Task A_page_of_any_size_is_written_whole()
    {
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable());
        for (var number = 0; number < 20; number++)
        {
            await crm.PostAsync(IdOf(number), $$"""{"text":"{{new string('x', 10_000)}}"}""");
        }

        Assert.AreEqual(20, (await crm.ListAsync("?limit=1000")).GetProperty("leads").GetArrayLength());
    }

    [TestMethod]
    [DataRow(3, 1_000_000, DisplayName = "by number")]
    [DataRow(1_000, 25, DisplayName = "by bytes")]
    public async Task Beyond_its_bounds_the_leads_that_were_taken_first_go(int leads, int bytes)
    {
        var table = new InMemoryTable();
        var options = new DemoCrmOptions { MaxLeads = leads, MaxBytes = bytes };
        await using var crm = await RunningDemoCrm.StartAsync(table, options);
        foreach (var number in (int[])[9, 1, 2, 3, 4])
        {
            await crm.PostAsync(IdOf(number), $$"""{"n":{{number}}}""");
        }

        CollectionAssert.AreEqual(new[] { 4, 3, 2 }, await NumbersAsync(crm), "9 came first, although its id is the newest");
        Assert.AreEqual(3, (await crm.ListAsync("")).GetProperty("count").GetInt32());
    }

    [TestMethod]
    public async Task What_an_earlier_process_left_beyond_the_bounds_goes_too()
    {
        var table = new InMemoryTable();
        await using (var before = await RunningDemoCrm.StartAsync(table))
        {
            for (var number = 0; number < 5; number++)
            {
                await before.PostAsync(IdOf(number), $$"""{"n":{{number}}}""");
            }
        }

        await using var crm = await RunningDemoCrm.StartAsync(table, new() { MaxLeads = 2 });

        Assert.HasCount(2, await NumbersAsync(crm));
    }

    [TestMethod]
    public async Task Leads_end_after_their_time()
    {
        var (table, clock) = (new InMemoryTable(), new FakeTimeProvider(DeliveryScene.Start));
        await using var crm = await RunningDemoCrm.StartAsync(table, new() { Keep = TimeSpan.FromDays(3) }, clock);
        await crm.PostAsync(IdOf(0), """{"n":0}""");
        clock.Advance(TimeSpan.FromDays(1));
        await crm.PostAsync(IdOf(1), """{"n":1}""");

        clock.Advance(TimeSpan.FromDays(2));

        CollectionAssert.AreEqual(new[] { 1 }, await NumbersAsync(crm));
    }

    [TestMethod]
    public void The_sweep_deletes_leads_even_if_nobody_looks_any_more() => Assert.AreEqual(
        DeliveryScene.Start.AddDays(7),
        DemoCrmStore.Retention(new()).Reader()(new Row("leads", "x").Set("TakenAt", DeliveryScene.Start)));

    [TestMethod]
    public async Task Without_a_campaign_that_delivers_to_it_there_is_none()
    {
        var wanted = true;
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable(), isWanted: () => wanted);
        await crm.PostAsync(IdOf(0), "{}");

        wanted = false;

        Assert.AreEqual(HttpStatusCode.NotFound, (await crm.PostAsync(IdOf(1), "{}")).Status);
        using var response = await crm.Client.GetAsync("/demo/crm/leads");
        Assert.AreEqual(HttpStatusCode.NotFound, response.StatusCode);
    }

    [TestMethod]
    [DataRow("Host", "attacker.example", DisplayName = "a name that leads to this machine (DNS rebinding)")]
    [DataRow("Host", "127.0.0.1.attacker.example", DisplayName = "a name that looks like this machine")]
    [DataRow("Host", "192.0.2.7", DisplayName = "another address")]
    [DataRow("Origin", "https://attacker.example", DisplayName = "a form on another site")]
    [DataRow("Origin", "null", DisplayName = "a form in a frame")]
    [DataRow("Sec-Fetch-Site", "cross-site", DisplayName = "a picture on another site")]
    [DataRow("Sec-Fetch-Site", "same-site", DisplayName = "a page on another port")]
    [DataRow("X-Forwarded-For", "192.0.2.7", DisplayName = "a client behind a proxy")]
    [DataRow("Forwarded", "for=192.0.2.7", DisplayName = "a client behind a newer proxy")]
    public async Task Strangers_are_refused(string header, string value)
    {
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable());
        await crm.PostAsync(IdOf(0), """{"secret":1}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo/crm/leads");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await crm.Client.SendAsync(request);

        Assert.AreEqual(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("Host", "localhost:7071")]
    [DataRow("Host", "[::1]:7071")]
    [DataRow("Sec-Fetch-Site", "same-origin")]
    [DataRow("Sec-Fetch-Site", "none")]
    public async Task Programs_and_pages_of_the_machine_are_answered(string header, string value)
    {
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo/crm/leads");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await crm.Client.SendAsync(request);

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
    }

    [TestMethod]
    [DataRow("/demo/crm/leads", true)]
    [DataRow("/demo/crm/leads?a=b", true)]
    [DataRow("http://127.0.0.1:7071/demo/crm/leads", true)]
    [DataRow("/leads", false)]
    [DataRow("https://crm.example.com/demo/crm/leads", false)]
    public void It_is_known_which_campaigns_deliver_to_it(string url, bool here) => Assert.AreEqual(here, DemoCrmDoor.LeadsHere(url));

    private static string IdOf(int number) =>
        LeadId.Create(DeliveryScene.Start.AddSeconds(number), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).ToString();

    private static async Task<int[]> NumbersAsync(RunningDemoCrm crm) =>
        [.. (await crm.ListAsync("")).GetProperty("leads").EnumerateArray().Select(lead => lead.GetProperty("lead").GetProperty("n").GetInt32())];
}
