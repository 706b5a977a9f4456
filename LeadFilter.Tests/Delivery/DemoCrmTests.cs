using System.Net;
using System.Text;
using LeadFilter.Cli.DemoCrm;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class DemoCrmTests
{
    private static readonly LeadId First = LeadId.Create(DeliveryScene.Start, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    private static readonly LeadId Second = LeadId.Create(DeliveryScene.Start.AddSeconds(1), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

    [TestMethod]
    public async Task Lead_is_taken_once_and_its_repetition_answered_with_409_and_the_same_id()
    {
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable());

        Assert.AreEqual((HttpStatusCode.OK, $$"""{"id":"demo-{{First}}"}"""), await crm.PostAsync(First.ToString(), """{"n":1}"""));
        var (status, body) = await crm.PostAsync(First.ToString(), """{"n":2}""");

        Assert.AreEqual(HttpStatusCode.Conflict, status);
        Assert.Contains($"\"id\":\"demo-{First}\"", body, StringComparison.Ordinal);
        Assert.AreEqual("""{"n":1}""", (await crm.ListAsync("")).GetProperty("leads")[0].GetProperty("lead").GetRawText());
    }

    [TestMethod]
    public async Task Leads_are_listed_newest_first_with_their_count()
    {
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable());
        await crm.PostAsync(First.ToString(), """{"n":1}""");
        await crm.PostAsync(Second.ToString(), """{"n":2}""");

        Assert.AreEqual(
            $$$"""
            {"count":2,"leads":[
            {"idempotency_key":"{{{Second}}}","taken_at":"2026-11-22T12:00:00Z","lead":{"n":2}},
            {"idempotency_key":"{{{First}}}","taken_at":"2026-11-22T12:00:00Z","lead":{"n":1}}]}
            """.ReplaceLineEndings(""),
            (await crm.ListAsync("")).GetRawText());
        var limited = await crm.ListAsync("?limit=1");
        Assert.AreEqual((2, 1), (limited.GetProperty("count").GetInt32(), limited.GetProperty("leads").GetArrayLength()));
    }

    [TestMethod]
    public async Task Leads_survive_a_restart()
    {
        var table = new InMemoryTable();
        await using (var crm = await RunningDemoCrm.StartAsync(table))
        {
            await crm.PostAsync(First.ToString(), """{"n":1}""");
        }

        await using var again = await RunningDemoCrm.StartAsync(table);

        Assert.AreEqual(1, (await again.ListAsync("")).GetProperty("count").GetInt32());
        Assert.AreEqual(HttpStatusCode.Conflict, (await again.PostAsync(First.ToString(), """{"n":1}""")).Status);
    }

    [TestMethod]
    [DataRow("", "{}")]
    [DataRow("0193", "{}")]
    [DataRow("0193a0000000700080000000000000zz", "{}")]
    [DataRow("0193a000000070008000000000000001", "")]
    [DataRow("0193a000000070008000000000000001", "[]")]
    [DataRow("0193a000000070008000000000000001", "{")]
    [DataRow("0193a000000070008000000000000001", "{\"campaign\":\"\\ud800\"}")]
    [DataRow("0193a000000070008000000000000001", "{\"a\":\"\u0080\"}")]
    public async Task Bad_call_is_refused_and_nothing_kept(string key, string body)
    {
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable());

        // As Latin-1, so that the last one is not UTF-8.
        Assert.AreEqual(HttpStatusCode.BadRequest, (await crm.PostAsync(key, Encoding.Latin1.GetBytes(body))).Status);

        Assert.AreEqual(0, (await crm.ListAsync("")).GetProperty("count").GetInt32());
    }

    [TestMethod]
    [DataRow(256 * 1024, HttpStatusCode.OK)]
    [DataRow((256 * 1024) + 1, HttpStatusCode.BadRequest)]
    public async Task Body_has_at_most_256_kilobytes(int length, HttpStatusCode status)
    {
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable());

        Assert.AreEqual(status, (await crm.PostAsync(First.ToString(), "{}".PadRight(length))).Status);
    }

    [TestMethod]
    [DataRow("0")]
    [DataRow("-1")]
    [DataRow("1001")]
    [DataRow("all")]
    [DataRow("")]
    public async Task Limit_out_of_range_is_refused(string limit)
    {
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable());

        using var response = await crm.Client.GetAsync($"/demo/crm/leads?limit={limit}");

        Assert.AreEqual(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [TestMethod]
    public async Task Store_that_does_not_answer_makes_503()
    {
        await using var crm = await RunningDemoCrm.StartAsync(new FaultyTable("DemoCrm", new(), _ => throw new StoreUnavailableException("table")));

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, (await crm.PostAsync(First.ToString(), "{}")).Status);
        using var response = await crm.Client.GetAsync("/demo/crm/leads");
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [TestMethod]
    public async Task Browser_gets_a_page_in_which_nothing_of_a_lead_is_markup()
    {
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable());
        await crm.PostAsync(
            First.ToString(),
            """
            {"received_at":"2026-11-22T12:00:00Z","campaign":"solar","vendor":"acme","price":12.5,
            "fields":{"first_name":"<script>alert(1)</script>","last_name":"O'Neil","email":"a&b@example.com",
            "phone_1":"+14155550100","state":"CA"}}
            """);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo/crm/leads");
        request.Headers.Add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        using var response = await crm.Client.SendAsync(request);

        var page = await response.Content.ReadAsStringAsync();
        Assert.AreEqual("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "<td>2026-11-22 12:00:00Z</td><td>solar</td><td>acme</td><td>&lt;script&gt;alert(1)&lt;/script&gt; O&#x27;Neil</td>"
            + "<td>a&amp;b@example.com</td><td>&#x2B;14155550100</td><td>CA</td><td class=\"price\">12.5</td>",
            page,
            StringComparison.Ordinal);
        Assert.Contains("1 lead is here.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
    }

    [TestMethod]
    public async Task Filter_delivers_to_the_demo_crm_on_its_own_host()
    {
        await using var crm = await RunningDemoCrm.StartAsync(new InMemoryTable());
        var options = DeliveryScene.OneTry;
        options.OwnAddress = crm.Client.BaseAddress;
        await using var scene = await DeliveryScene.StartAsync(options);
        scene.Plan = new(DemoCrmEndpoints.Path, null, null);
        var lead = DeliveryScene.NewLead(("first_name", "Ann"));

        var first = await scene.DeliverAsync(lead);
        var second = await scene.DeliverAsync(lead);

        Assert.AreEqual((DeliveryVerdict.Done, 200, $"demo-{lead.Id}"), (first.Verdict, first.Status, first.CrmId));
        Assert.AreEqual((DeliveryVerdict.Done, 409, $"demo-{lead.Id}"), (second.Verdict, second.Status, second.CrmId));
        var taken = (await crm.ListAsync("")).GetProperty("leads")[0].GetProperty("lead");
        Assert.AreEqual(lead.Id.ToString(), taken.GetProperty("lead_id").GetString());
    }
}
