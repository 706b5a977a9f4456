using System.Text.Json.Nodes;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Cli.Explaining;

[TestClass]
public sealed class ExplainTests
{
    private const string Campaign = """
        {
          "campaign": "loans", "version": "v7", "timeZone": "UTC",
          "rules": [
            { "id": "reach", "category": "contact", "reason": "uncontactable", "rejectWhen": { "field": "email", "is": "invalid" } },
            { "id": "stale", "category": "age", "reason": "too_old", "text": "Too old", "rejectWhen": { "field": "age_seconds", "op": ">", "value": 300 } },
            { "id": "area", "category": "criteria", "reason": "state_not_served", "mode": "shadow", "rejectWhen": { "field": "state", "op": "not in", "values": ["CA"] } },
            { "id": "pages", "category": "fraud", "reason": "no_page_views", "rejectWhen": { "field": "page_views", "op": "<", "value": 1 } },
            { "id": "old-rule", "category": "fraud", "reason": "old", "mode": "off", "rejectWhen": { "field": "page_views", "op": "<", "value": 1 } }
          ],
          "suppression": [ { "list": "customers", "by": ["email"], "reason": "existing_customer" } ],
          "caps": [ { "id": "daily", "limit": 5, "per": "day" } ],
          "duplicates": { "by": ["email"], "windowDays": 90 },
          "score": { "points": [ { "id": "mail", "when": { "field": "email", "is": "valid" }, "points": 40 } ], "sales": 60, "nurture": 20 },
          "prices": [ { "score": { "from": 60 }, "price": 20 }, { "price": 2 } ], "floor": 5,
          "delivery": { "type": "webhook", "url": "/crm" },
          "vendors": { "acme": { }, "bright": { "price": 9, "rejects": ["contact"] }, "newcomer": { "mode": "trial" } }
        }
        """;

    private const string Stale = """{ "email": "ada@example.com", "state": "TX", "created_at": "2026-01-01T11:00:00Z", "shoe_size": 42 }""";

    [TestMethod]
    [DataRow(null, "stale|match|reject", "too_old", "prices[1]")]
    [DataRow("bright", "stale|match|waived", null, "vendors.bright.price")]
    [DataRow("newcomer", "stale|match|trial", null, "prices[1]")]
    public async Task A_rule_that_matches_does_what_the_contract_lets_it(string? vendor, string rule, string? reason, string price)
    {
        var report = await ExplainedAsync(Stale, vendor is null ? [] : ["--vendor", vendor]);

        Assert.AreEqual(rule, Rules(report).Single(line => line.StartsWith("stale", StringComparison.Ordinal)));
        Assert.AreEqual(reason, report["decision"]!["primary"]?["reason"]!.GetValue<string>());
        Assert.AreEqual(reason is null, report["decision"]!["bought"]!.GetValue<bool>());
        Assert.AreEqual(price, report["price"]!["from"]!.GetValue<string>());
        Assert.AreEqual(vendor, report["vendor"]?.GetValue<string>());
    }

    [TestMethod]
    public async Task Every_rule_is_listed_with_its_result()
    {
        var report = await ExplainedAsync(Stale);

        CollectionAssert.AreEqual(
            (string[])["reach|no match|", "stale|match|reject", "area|match|shadow", "pages|indeterminate|", "suppression.customers|indeterminate|", "suppression.opt-outs|indeterminate|", "old-rule|off|"], Rules(report).ToArray());
    }

    [TestMethod]
    [DataRow("suppression.optouts=true", "looks up no 'suppression.optouts'; give one of: suppression.customers")]
    [DataRow("suppression.customers=maybe", "the fact 'suppression.customers' is of type boolean, and its value is not")]
    public async Task A_fact_that_cannot_be_found_is_refused(string fact, string told)
    {
        using var folder = Folder();
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync([.. Arguments(folder, folder.Write("lead.json", Stale)), "--fact", fact]));

        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("true", "suppression.customers|match|reject")]
    [DataRow("false", "suppression.customers|no match|")]
    public async Task What_would_be_looked_up_may_be_given(string found, string rule) =>
        CollectionAssert.Contains(Rules(await ExplainedAsync(Stale, "--fact", $"suppression.customers={found}")).ToArray(), rule);

    [TestMethod]
    public async Task A_rule_shows_the_facts_that_it_saw()
    {
        var fact = (await ExplainedAsync(Stale))["rules"]![1]!["facts"]![0]!;

        Assert.AreEqual("""{"name":"created_at.age_seconds","validity":"valid","text":"3600"}""", fact.ToJsonString());
    }

    [TestMethod]
    public async Task The_score_the_route_and_the_floor_are_told()
    {
        var report = await ExplainedAsync(Stale, "--vendor", "newcomer");

        Assert.AreEqual("""{"value":40,"contributions":[{"id":"mail","kind":"profile","points":40}]}""", report["score"]!.ToJsonString());
        Assert.AreEqual("nurture", report["decision"]!["route"]!.GetValue<string>());
        Assert.AreEqual("""{"price":5,"listed":2,"from":"prices[1]","floored":true,"asked":null}""", report["price"]!.ToJsonString());
    }

    [TestMethod]
    public async Task Fields_that_are_unknown_and_sections_that_are_not_tried_are_told()
    {
        var report = await ExplainedAsync(Stale);

        Assert.AreEqual("""["shoe_size"]""", report["ignored"]!.ToJsonString());
        Assert.AreEqual("""["duplicates","caps"]""", report["notTried"]!.ToJsonString());
    }

    [TestMethod]
    public async Task For_people_it_is_a_table_that_ends_with_the_decision()
    {
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text(Stale) };
        using var folder = Folder();

        Assert.AreEqual(0, await run.RunAsync(Arguments(folder, "-")), run.Error);

        var lines = run.Output.TrimEnd().Split(Environment.NewLine).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToArray();
        Assert.AreEqual("campaign loans (v7), no contract, received at 2026-01-01T12:00:00Z", lines[0]);
        CollectionAssert.Contains(lines, "stale age too_old match rejects created_at.age_seconds: 3600");
        CollectionAssert.Contains(lines, "pages fraud no_page_views indeterminate page_views: missing");
        CollectionAssert.Contains(lines, "mail profile 40");
        CollectionAssert.Contains(lines, "score: 40");
        CollectionAssert.Contains(lines, "price: 5 (raised to the floor from 2 of prices[1])");
        Assert.AreEqual("rejected: too_old (rule stale, category age): Too old", lines[^1]);
    }

    [TestMethod]
    public async Task A_line_of_the_sample_leads_brings_its_vendor_campaign_and_expectation()
    {
        using var run = new CommandLineRun();
        var leads = Path.Combine(SampleFiles.Root, "samples", "insurance.ndjson");
        var number = File.ReadLines(leads).TakeWhile(line => !line.Contains("\"_expect\":\"low_score\"", StringComparison.Ordinal)).Count() + 1;

        Assert.AreEqual(0, await run.RunAsync("explain", leads, "--line", $"{number}", "--campaigns", Path.Combine(SampleFiles.Root, "campaigns"), "--json"), run.Error);

        var report = JsonNode.Parse(run.Output)!;
        Assert.AreEqual("insurance", report["campaign"]!.GetValue<string>());
        Assert.Contains(report["vendor"]!.GetValue<string>(), (string[])["meridian", "quotely"]);
        Assert.AreEqual(("low_score", "low_score"), (report["expect"]!.GetValue<string>(), report["decision"]!["primary"]!["reason"]!.GetValue<string>()));
    }

    [TestMethod]
    [DataRow("{", "not valid JSON at byte 2", null)]
    [DataRow("[]", "not a JSON object", null)]
    [DataRow("{}", "'stranger' has no contract in the campaign 'loans'; it has: acme, bright, newcomer", "--vendor", "stranger")]
    [DataRow("{}", "looks up no 'suppression.litigators'; give one of: suppression.customers", "--fact", "suppression.litigators=true")]
    [DataRow("{}", "--fact: give NAME=VALUE", "--fact", "suppression.customers")]
    [DataRow("{}", "there is no lead in line 2", "--line", "2")]
    [DataRow("""{ "email": "a", "EMAIL": "b" }""", "was sent twice", null)]
    public async Task What_cannot_be_explained_is_wrong_input(string lead, string message, params string?[] options)
    {
        using var folder = Folder();
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text(lead) };

        Assert.AreEqual(2, await run.RunAsync([.. Arguments(folder, "-"), .. options.OfType<string>()]), run.Output);

        Assert.AreEqual("", run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("there is no such campaign", "--campaign", "boats")]
    [DataRow("--at: give a time", "--at", "noon")]
    [DataRow("--line: give a line's number", "--line", "0")]
    public async Task An_option_that_makes_no_sense_is_wrong_usage(string message, params string[] options)
    {
        using var folder = Folder();
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text("{}") };

        Assert.AreEqual(2, await run.RunAsync(["explain", "-", "--campaigns", folder.Path, .. options]));

        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_campaign_with_mistakes_is_not_tried()
    {
        using var folder = Folder();
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text("{}") };
        folder.Write("loans.json", Campaign.Replace("\"v7\"", "7", StringComparison.Ordinal));

        Assert.AreEqual(2, await run.RunAsync(Arguments(folder, "-")));

        Assert.Contains("loans.json:2:35 $.version: this is a number", run.Error, StringComparison.Ordinal);
    }

    private static TemporaryFolder Folder()
    {
        var folder = new TemporaryFolder();
        folder.Write("vendors.json", TestCampaign.VendorsJson);
        folder.Write("loans.json", Campaign);
        return folder;
    }

    private static string[] Arguments(TemporaryFolder folder, string file) =>
        ["explain", file, "--campaigns", folder.Path, "--campaign", "loans", "--at", "2026-01-01T12:00:00Z"];

    private static IEnumerable<string> Rules(JsonNode report) =>
        report["rules"]!.AsArray().Select(rule => $"{rule!["id"]}|{rule["result"]}|{rule["effect"]}");

    private static async Task<JsonNode> ExplainedAsync(string lead, params string[] options)
    {
        using var folder = Folder();
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync([.. Arguments(folder, folder.Write("lead.json", lead)), "--json", .. options]), run.Error);

        return JsonNode.Parse(run.Output)!;
    }
}
