using System.Text.RegularExpressions;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Cli.DeadLetters;

namespace LeadFilter.Tests.Cli.Listings;

/// <summary>Every command that lists something, on screens of 80 and 120 columns: nothing is broken, and no line is too long.</summary>
[TestClass]
public sealed class CommandListingTests : IDisposable
{
    private const string LongSource = "partner-landing-page-42.example.org";

    private static readonly string[] Key = ["--admin-key", "an-admin-key-for-tests"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow(80)]
    [DataRow(120)]
    public async Task Caps(int width)
    {
        await using var filter = await FilterStub.StartAsync(_ => new(200, $$"""
            {"caps":[{"id":"sources-of-one-partner","scope":"campaign","vendor":"bright-leads-of-austin","source":"{{LongSource}}","mode":"enforced","per":"day","limit":5000,"taken":1234567,"left":4000,"from":"2026-11-22T05:00:00Z","resetsAt":"2026-11-23T05:00:00Z"}]}
            """));

        await AssertWholeAsync(
            width,
            ["caps", "--url", $"{filter.Url}", .. Key],
            ["cap", "vendor", "source", "per", "limit", "taken", "left", "resets at (UTC)", "mode"],
            ["5,000", "1,234,567", "4,000", "2026-11-23 05:00:00", LongSource, "bright-leads-of-austin"]);
    }

    [TestMethod]
    [DataRow(80)]
    [DataRow(120)]
    public async Task Rejections(int width)
    {
        await using var filter = await FilterStub.StartAsync(_ => new(200, $$"""
            {"rejections":[{"at":"2026-11-22T17:00:00.123Z","lead":"{{StubAnswer.Lead}}","vendor":"bright","source":"{{LongSource}}","test":true,"version":"v1",
              "reasons":[{"code":"mistyped_email","rule":"r","category":"contact"},{"code":"electricity_bill_too_low","rule":"r","category":"criteria"},{"code":"no_consent_proof","rule":"r","category":"consent"}]}],"next":null}
            """));

        await AssertWholeAsync(
            width,
            ["rejections", "--url", $"{filter.Url}", .. Key],
            ["time (UTC)", "lead", "vendor", "source", "reasons", "test"],
            ["2026-11-22 17:00:00", StubAnswer.Lead, LongSource, "electricity_bill_too_low"]);
    }

    [TestMethod]
    [DataRow(80)]
    [DataRow(120)]
    public async Task Dead_letters(int width)
    {
        var letters = new ListedDeadLetters()
            .Add($"{StubAnswer.Lead}/attempt-25", properties: [("campaign", "insurance"), ("vendor", "bright"), ("attempt", "12345")]);

        await AssertWholeAsync(
            width,
            ["dead-letters", "list", "--data", folder.Path],
            ["id", "died at (UTC)", "campaign", "vendor", "attempts", "reason", "description"],
            [$"{StubAnswer.Lead}/attempt-25", "2026-11-22 17:00:00", "12,345", "crm_refused"],
            letters);
    }

    [TestMethod]
    [DataRow(80)]
    [DataRow(120)]
    public async Task Send(int width)
    {
        await using var filter = await FilterStub.StartAsync(_ => StubAnswer.Failure("electricity_bill_too_low_for_this_state"));
        var file = folder.Write("leads.ndjson", """{"_vendor":"a-vendor-with-a-name-as-long-as-ids-may-be","n":1}""");

        await AssertWholeAsync(
            width,
            ["send", file, "--url", $"{filter.Url}"],
            ["vendor", "outcome", "reason", "count", "share"],
            ["a-vendor-with-a-name-as-long-as-ids-may-be", "electricity_bill_too_low_for_this_state", "100.0 %"]);
    }

    [TestMethod]
    [DataRow(80)]
    [DataRow(120)]
    public async Task Standardize(int width)
    {
        var rows = string.Concat(Enumerable.Range(0, 1500).Select(static at => $"{at},nobody at all {at}\n"));
        var file = folder.Write("in.csv", $"Phone,e-mail address\n{rows}");

        await AssertWholeAsync(
            width,
            ["standardize", "--in", file, "--out", Path.Combine(folder.Path, "out.csv")],
            ["column", "field", "rows", "unchanged", "fixed", "blank", "invalid", "most frequent reasons"],
            ["1,500", "phone_1"]);
    }

    [TestMethod]
    [DataRow(80)]
    [DataRow(120)]
    public async Task Explain(int width)
    {
        folder.Write("vendors.json", TestCampaign.VendorsJson);
        folder.Write("loans.json", """
            {
              "campaign": "loans", "version": "v7", "timeZone": "UTC",
              "rules": [
                { "id": "reachable-by-phone-or-mail", "category": "contact", "reason": "uncontactable",
                  "rejectWhen": { "all": [ { "field": "email", "is": "invalid" }, { "field": "phone_1", "is": "invalid" }, { "field": "phone_1.state", "is": "blank" } ] } }
              ],
              "score": { "points": [ { "id": "mail-of-a-company-that-we-know-well", "when": { "field": "email", "is": "valid" }, "points": -345.5 } ], "sales": 60, "nurture": 20 },
              "prices": [ { "price": 2 } ],
              "delivery": { "type": "webhook", "url": "/crm" },
              "vendors": { "acme": { } }
            }
            """);
        var lead = folder.Write("lead.json", """{"email":"somebody.with.a.long.name@example.com","phone_1":"+1 602-234-9876"}""");

        await AssertWholeAsync(
            width,
            ["explain", "--campaigns", folder.Path, "--campaign", "loans", "--vendor", "acme", lead],
            ["rule", "category", "reason", "result", "effect", "what it saw", "score", "kind", "points"],
            ["+16022349876", "somebody.with.a.long.name@example.com", "-345.5", "mail-of-a-company-that-we-know-well"]);
    }

    [TestMethod]
    [DataRow(80)]
    [DataRow(120)]
    public async Task Suppression_lists(int width)
    {
        const string List = "people-who-asked-us-in-writing-never-to-call-them-again-2026";
        await using var filter = await FilterStub.StartAsync(request => new(200, request.Method == "GET"
            ? $$"""{"lists":[{"list":"{{List}}","entries":31234567,"by":{"email":1234567,"phone":30000000} }]}"""
            : $$"""{"list":"{{List}}","added":1234567,"renewed":5000,"alreadyThere":7000,"invalid":0,"problems":[]}"""));
        var file = folder.Write("people.txt", "ann@example.com\n");
        string[] remote = ["--url", $"{filter.Url}", .. Key];

        await AssertWholeAsync(
            width,
            ["suppress", "lists", .. remote],
            ["list", "email", "phone", "address", "domain", "entries"],
            [List, "31,234,567", "1,234,567", "30,000,000"]);
        await AssertWholeAsync(
            width,
            ["suppress", "import", file, "--list", List, .. remote],
            ["list", "added", "renewed", "already there", "invalid"],
            [List, "1,234,567", "5,000", "7,000"]);
    }

    [TestMethod]
    [DataRow(80)]
    [DataRow(120)]
    public async Task Erase(int width)
    {
        const string CrmId = "00Q5e00001ABCDEFGH-of-another-system-2026";
        await using var filter = await FilterStub.StartAsync(_ => new(200, $$"""
            {"dryRun":false,"repeat":false,"leads":[{"lead":"{{StubAnswer.Lead}}","place":"in_delivery","campaign":"insurance","vendor":"bright","crmId":"{{CrmId}}"}],
             "erased":{"claims":1},"staysOn":["customers"],"notSearched":[]}
            """));

        await AssertWholeAsync(
            width,
            ["erase", "ann@example.com", "--yes", "--url", $"{filter.Url}", .. Key],
            ["lead", "place", "campaign", "vendor", "CRM's id"],
            [StubAnswer.Lead, "in_delivery", CrmId, "1 claim"],
            isListed: static line => !line.StartsWith("Erase the leads", StringComparison.Ordinal));
    }

    private static async Task AssertWholeAsync(
        int width,
        string[] arguments,
        string[] headers,
        string[] values,
        ListedDeadLetters? letters = null,
        Func<string, bool>? isListed = null)
    {
        using var run = new CommandLineRun { Width = width, OpenDeadLetters = (letters ?? new()).Open };

        Assert.AreEqual(0, await run.RunAsync(arguments), run.Error);

        var lines = run.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.IsLessThanOrEqualTo(width, lines.Where(isListed ?? (static _ => true)).Max(static line => line.TrimEnd().Length), run.Output);
        foreach (var whole in headers.Where(header => header is not ("effect" or "test") || !lines.Any(Block)).Concat(values))
        {
            Assert.MatchesRegex($@"(?m)(?<![\w,.]){Regex.Escape(whole)}(?![\w…]|,\d)", run.Output);
        }
    }

    // A block leaves out what is blank.
    private static bool Block(string line) => line.StartsWith("rule:", StringComparison.Ordinal) || line.StartsWith("time (UTC):", StringComparison.Ordinal);
}
