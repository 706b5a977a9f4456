using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Clocks;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Erasure;

/// <summary>A person is erased from a running filter: real Kestrel, real SQLite, and a CRM.</summary>
[TestClass]
public sealed class ErasePersonTests
{
    private const string Erasures = "/api/erasures";
    private const string Email = "zoe.quist@example.com";
    private const string Phone = "+14157382946";

    [TestMethod]
    [DataRow("Zoe.Quist@Example.com", DisplayName = "by the address in another case")]
    [DataRow("(415) 738-2946", DisplayName = "by the number in another form")]
    public async Task A_delivered_lead_is_told_and_everything_that_leads_to_its_person_is_gone(string value)
    {
        await using var crm = await MoodyCrm.StartAsync((_, _) => Mood.Take);
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders);
        var bought = await filter.Visitor.SendAsync("acme", Zoe());
        var other = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        await filter.DeliveredAsync();

        var erasure = await EraseAsync(filter, value);

        var lead = erasure.GetProperty("leads").EnumerateArray().Single();
        Assert.AreEqual($"{bought.Lead} delivered loans acme", $"{Text(lead, "lead")} {Text(lead, "place")} {Text(lead, "campaign")} {Text(lead, "vendor")}");
        Assert.AreEqual("queued 0, deadLetters 0, deliveries 1, decisions 1, receipts 1, claims 2", Counts(erasure));
        var record = (await filter.DecisionsAsync()).Single(one => $"{one.Lead}" == bought.Lead);
        Assert.AreEqual("True 15 (withheld) 0", $"{record.IsAccepted} {record.Price} {record.Source} {record.Findings.Count}");
        var untouched = (await filter.DecisionsAsync()).Single(one => $"{one.Lead}" == other.Lead);
        Assert.AreEqual("ads.example", untouched.Source ?? "ads.example");
        Assert.AreEqual("duplicate", (await filter.Visitor.SendAsync("bright", FilterVisitor.Person("ann"))).Reasons.Single());
        Assert.DoesNotContain("ads.example", StoredRows.Dump(filter.Host.DataFile), StringComparison.Ordinal);
        Assert.AreEqual("queued 0, deadLetters 0, deliveries 0, decisions 0, receipts 0, claims 0", Counts(await EraseAsync(filter, value)));
    }

    [TestMethod]
    public async Task A_resend_still_gets_its_first_answer_and_another_vendor_may_sell_the_person_again()
    {
        await using var crm = await MoodyCrm.StartAsync((_, _) => Mood.Take);
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders);
        var bought = await filter.Visitor.SendAsync("acme", Zoe());
        await filter.DeliveredAsync();
        await EraseAsync(filter, Email);

        var again = await filter.Visitor.SendAsync("acme", Zoe());
        var other = await filter.Visitor.SendAsync("bright", Zoe());

        Assert.AreEqual((bought.Lead, "success"), (again.Lead, again.Outcome));
        Assert.AreNotEqual(bought.Lead, other.Lead);
        Assert.AreEqual("success", other.Outcome);
    }

    [TestMethod]
    public async Task A_lead_that_waits_for_its_CRM_is_deleted_and_never_delivered()
    {
        var clock = new HastyClock(50);
        await using var crm = await MoodyCrm.StartAsync((_, _) => Mood.Fail);
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock);
        await filter.Visitor.SendAsync("acme", Zoe());
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        await Eventually.HoldsAsync(async () => (await filter.Host.Store.Queue.CountAsync(QueueNames.Leads, CancellationToken.None)).Scheduled == 2, "they do not wait");

        await Eventually.HoldsAsync(
            async () => !(await EraseAsync(filter, Email)).GetProperty("repeat").GetBoolean(), "it is always in delivery", TimeSpan.FromMinutes(1));
        crm.Behave((_, _) => Mood.Take);
        await filter.DeliveredAsync();

        Assert.AreEqual("ann", crm.TakenCalls.Single().Person);
    }

    [TestMethod]
    public async Task A_lead_whose_delivery_is_under_way_is_told_and_is_not_tried_again()
    {
        var clock = new HastyClock(50);
        var mood = new TaskCompletionSource<Mood>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var crm = await MoodyCrm.StartAsync(mood.Task);
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock);
        var bought = await filter.Visitor.SendAsync("acme", Zoe());
        await crm.CalledAsync();

        var erasure = await EraseAsync(filter, Email);
        crm.Behave((_, _) => Mood.Take);
        mood.SetResult(Mood.Defer);
        await filter.DeliveredAsync();

        Assert.IsTrue(erasure.GetProperty("repeat").GetBoolean());
        Assert.AreEqual($"{bought.Lead} in_delivery", $"{Text(erasure.GetProperty("leads")[0], "lead")} {Text(erasure.GetProperty("leads")[0], "place")}");
        Assert.IsLessThanOrEqualTo(1, crm.Taken.Count);
        Assert.IsEmpty(await filter.Host.Store.Queue.ListAsync(QueueNames.Leads, CancellationToken.None).ToListAsync());
    }

    [TestMethod]
    public async Task A_dead_letter_is_deleted_also_where_the_person_stands_only_in_a_comment()
    {
        await using var crm = await MoodyCrm.StartAsync((_, _) => Mood.Refuse);
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await filter.Visitor.SendAsync("acme", Zoe());
        await filter.Visitor.SendAsync("acme", new() { ["email"] = "spouse@example.com", ["state"] = "CA", ["comments"] = "or call Zoe, 415.738.2946" });
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        await filter.DeliveredAsync();

        var erasure = await EraseAsync(filter, Phone);

        Assert.AreEqual(2, erasure.GetProperty("erased").GetProperty("deadLetters").GetInt32());
        Assert.IsTrue(erasure.GetProperty("leads").EnumerateArray().All(lead => Text(lead, "place") == "dead_letter"));
        Assert.AreEqual(1, await filter.Host.Store.Queue.ListAsync(QueueNames.Leads, CancellationToken.None).CountAsync());
    }

    [TestMethod]
    public async Task A_dry_run_tells_the_same_and_changes_nothing()
    {
        await using var crm = await MoodyCrm.StartAsync((_, _) => Mood.Refuse);
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await filter.Visitor.SendAsync("acme", Zoe());
        await filter.DeliveredAsync();
        var before = StoredRows.Dump(filter.Host.DataFile);

        var dry = await EraseAsync(filter, Email, dryRun: true);

        Assert.AreEqual(before, StoredRows.Dump(filter.Host.DataFile));
        Assert.AreEqual("queued 0, deadLetters 1, deliveries 0, decisions 1, receipts 1, claims 2", Counts(dry));
        Assert.AreEqual(Counts(dry), Counts(await EraseAsync(filter, Email)));
    }

    [TestMethod]
    public async Task Suppression_lists_keep_the_person_and_are_told()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await AskAsync(filter, "/api/suppressions/do-not-contact?by=email", Email);
        await AskAsync(filter, "/api/suppressions/others?by=email", "ann@example.com");

        var erasure = await EraseAsync(filter, Email);

        Assert.AreEqual("do-not-contact", string.Join(' ', erasure.GetProperty("staysOn").EnumerateArray()));
        Assert.AreEqual("do-not-contact", string.Join(' ', (await EraseAsync(filter, Email)).GetProperty("staysOn").EnumerateArray()));
    }

    [TestMethod]
    [DataRow("", "", 400, "holds no value")]
    [DataRow("", "zzmarkzz@", 400, "Value 1 is not an e-mail address or telephone number")]
    [DataRow("", "zoe@example.com\nzzmarkzz", 400, "Value 2 is not an e-mail address or telephone number")]
    [DataRow("?dryRun=maybe", "zoe@example.com", 400, "must be true or false")]
    public async Task G11_A_request_that_makes_no_sense_is_told_so(string query, string body, int status, string told)
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);

        var (code, answer) = await AskAsync(filter, Erasures + query, body);

        Assert.AreEqual(status, code);
        Assert.Contains(told, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("zzmarkzz", answer, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task G11_Without_the_admin_key_nobody_is_erased()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);

        Assert.AreEqual(401, (await AskAsync(filter, Erasures, Email, "acme-demo-key")).Status);
    }

    private static Dictionary<string, string> Zoe() =>
        new() { ["email"] = Email, ["phone_1"] = Phone, ["state"] = "CA", ["source"] = "ads.example" };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Counts(JsonElement erasure) =>
        string.Join(", ", erasure.GetProperty("erased").EnumerateObject().Select(one => $"{one.Name} {one.Value}"));

    private static async Task<JsonElement> EraseAsync(FilterUnderTest filter, string value, bool dryRun = false)
    {
        var (status, answer) = await AskAsync(filter, dryRun ? Erasures + "?dryRun=true" : Erasures, value);
        Assert.AreEqual(200, status, answer);
        return JsonDocument.Parse(answer).RootElement;
    }

    private static async Task<(int Status, string Body)> AskAsync(FilterUnderTest filter, string address, string body, string key = FilterVisitor.AdminKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "text/plain") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await filter.Visitor.Http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
