using System.Text;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// G9: no personal data in logs, error texts or the log of decisions. Every way of a lead is gone with a mark in every field;
/// then whatever the filter wrote or answered is searched for the marks. The queue and the demo CRM hold leads by design.
/// </summary>
[TestClass]
public sealed class G9PersonalDataTests
{
    private const string Mark = "qzmark";
    private const string Phone = "4157382946";

    /// <summary>Everything is logged that can be.</summary>
    private static readonly (string Name, string Value)[] Talkative =
    [
        ("Logging__LogLevel__Default", "Trace"),
        ("Logging__LogLevel__Microsoft", "Trace"),
        ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"),
        ("Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics", "Trace"),
        ("Logging__LogLevel__System", "Trace"),
        ("Logging__LogLevel__LeadFilter.Pipeline.Delivery", "Trace"),
        ("Logging__Console__LogLevel__Default", "Trace"),
        ("Logging__Console__LogLevel__*.Diagnostics", "Trace"),
    ];

    private readonly StringBuilder answers = new();

    [TestMethod]
    public async Task G9_Nothing_of_a_person_is_logged_stored_or_told_on_any_way_of_a_lead()
    {
        // One lead is taken and one is refused, each with an answer that says all that was sent.
        var calls = 0;
        await using var crm = await MoodyCrm.StartAsync((_, _) => Interlocked.Increment(ref calls) == 1 ? Mood.TakeAndTell : Mood.Refuse);
        using var folders = new FilterFolders(crm.Address, Chatty());
        string console;
        await using (var serve = await ServeProcess.StartAsync(folders, Talkative))
        {
            await GoEveryWayAsync(serve.Visitor);
            await Eventually.HoldsAsync(() => Task.FromResult(StoredRows.Dump(DataFile(folders)).Contains("crm_refused", StringComparison.Ordinal)), "nothing is refused");
            Assert.AreEqual(0, await serve.TerminateAsync());
            console = serve.Console;
        }

        var stored = StoredRows.Dump(DataFile(folders));
        Assert.Contains("uncontactable", stored, StringComparison.Ordinal);
        Assert.Contains("duplicate", stored, StringComparison.Ordinal);
        Assert.Contains("DeliveredAt", stored, StringComparison.Ordinal);
        Assert.Contains("crm_refused", console, StringComparison.Ordinal);
        AssertUnmarked(stored, "the tables");
        AssertUnmarked(console, "the console");
        AssertUnmarked(answers.ToString(), "the answers");
        Assert.DoesNotContain("acme-demo-key", console + stored, StringComparison.Ordinal);
        Assert.DoesNotContain(FilterVisitor.AdminKey, console + stored, StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_search_would_find_a_mark_in_any_form()
    {
        foreach (var text in (string[])["mail to QZMARK@EXAMPLE.COM", "call 415-738-2946", "(415) 738 2946", "+14157382946"])
        {
            Assert.ThrowsExactly<AssertFailedException>(() => AssertUnmarked(text, "a text"));
        }
    }

    private static string DataFile(FilterFolders folders) => Path.Combine(folders.Data, "leadfilter.db");

    /// <summary>The test campaign with a pattern on a text field, whose reason must not quote it.</summary>
    private static string Chatty() => TestCampaign.Json.Replace(
        "\"rules\": [",
        """
        "rules": [
            { "id": "words", "category": "fraud", "reason": "bad_words", "mode": "shadow",
              "rejectWhen": { "field": "comments", "op": "starts with", "value": "qzmark" } },
        """,
        StringComparison.Ordinal);

    private static Dictionary<string, string> Marked(string name, params (string Name, string Value)[] changes)
    {
        var fields = StandardFields.All.Where(field => field.Name is not ("is_test" or "created_at")).ToDictionary(field => field.Name, field => field.Name switch
        {
            "email" => $"{Mark}.{name}@{Mark}.com",
            "state" => "CA",
            _ when field.Name.StartsWith("phone", StringComparison.Ordinal) => "(415) 738-2946",
            _ => $"{Mark} {field.Name} {name}",
        });
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return fields;
    }

    private async Task GoEveryWayAsync(FilterVisitor visitor)
    {
        var bought = Marked("ann");
        await KeepAsync(visitor.SendAsync("acme", bought, $"{Mark}-order"));
        await KeepAsync(visitor.SendAsync("acme", bought));
        await KeepAsync(visitor.SendAsync("acme", Marked("ben"), $"{Mark}-order"));
        await KeepAsync(visitor.SendAsync("bright", bought));
        await KeepAsync(visitor.SendAsync("newcomer", bought));
        await KeepAsync(visitor.SendAsync("acme", Marked("cem", ("email", $"{Mark} at home"), ("phone_1", $"{Mark}"))));
        await KeepAsync(visitor.SendAsync("acme", Marked("dee", ("created_at", "2020-01-01"), ("source", $"{Mark}@{Mark}.com"))));
        await KeepAsync(visitor.SendAsync("acme", Marked("eve", ("source", "415.738.2946"))));
        await KeepAsync(visitor.SendAsync("acme", Marked("fay", ("is_test", "true"))));
        await KeepAsync(visitor.SendAsync("nobody", bought));
        await KeepAsync(visitor.SendAsync("stranger", bought));

        await KeepRawAsync(visitor, Request($"{{\"email\": \"{Mark}@{Mark}.com\", \"phone_1\": {Phone}, broken"));
        await KeepRawAsync(visitor, Request($"{{\"email\": \"{Mark}@{Mark}.com\", \"email\": \"{Mark}2@{Mark}.com\"}}"));
        await KeepRawAsync(visitor, Request($"{{\"email\": \"{Mark}\\ud800\"}}"));
        await KeepRawAsync(visitor, Request($"<lead><email>{Mark}@{Mark}.com</phone></lead>", "application/xml"));
        await KeepRawAsync(visitor, Request($"<!DOCTYPE {Mark} [<!ENTITY e \"{Phone}\">]><lead><email>&e;</email></lead>", "text/xml"));
        await KeepRawAsync(visitor, Request($"email={Mark}%40{Mark}.com&email=%ff%fe{Mark}", "application/x-www-form-urlencoded"));
        await KeepRawAsync(visitor, Request($"{Mark}@{Mark}.com", $"text/{Mark}"));
        await KeepRawAsync(visitor, Request(new string('x', 70_000) + Mark));
        await KeepRawAsync(visitor, Request("{}", header: $"Idempotency-Key: {Mark} {Phone}"));
        await KeepRawAsync(visitor, Request("{}", header: $"Accept: application/{Mark}"));
        await KeepRawAsync(visitor, Request("{}", path: $"/api/campaigns/{Mark}@{Mark}.com/leads"));
        await KeepRawAsync(visitor, Request("{}", path: $"/api/{Mark}/{Phone}"));
        await KeepRawAsync(visitor, Request("{}", method: "PUT", path: FilterVisitor.Leads + $"?email={Mark}@{Mark}.com"));
        await KeepRawAsync(visitor, Request("{}", path: FilterVisitor.Leads + $"?email={Mark}@{Mark}.com&email={Mark}"));
        await KeepRawAsync(visitor, Request("", method: "GET", path: FilterVisitor.Leads + $"?email={Mark}.gus@{Mark}.com&phone_1={Phone}"));
        await KeepRawAsync(visitor, Request("", method: "GET", path: FilterVisitor.Rejections + $"?vendor={Mark}@{Mark}.com"));
    }

    private static byte[] Request(
        string body, string type = "application/json", string? header = null, string method = "POST", string path = FilterVisitor.Leads) =>
        RawRequest.Of(method, path, body, type, header);

    private async Task KeepAsync(Task<VendorAnswer> answer) => answers.AppendLine((await answer).Body);

    private async Task KeepRawAsync(FilterVisitor visitor, byte[] request) => answers.AppendLine(await visitor.SendRawAsync(request));

    private static void AssertUnmarked(string text, string where)
    {
        AssertLacks(text, Mark, where);
        var digits = new string([.. text.Where(c => c is not (' ' or '-' or '(' or ')' or '.'))]);
        AssertLacks(digits, Phone, where);
    }

    private static void AssertLacks(string text, string mark, string where)
    {
        var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        Assert.IsLessThan(0, at, $"{where}: {(at < 0 ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)])}");
    }
}
