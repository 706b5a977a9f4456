using System.Text.Json.Nodes;
using LeadFilter.Tests.Folders;
using NJsonSchema;

namespace LeadFilter.Tests.Samples;

[TestClass]
public sealed class CampaignSchemaTests
{
    private static readonly Lazy<Task<JsonSchema>> CampaignSchema = new(() => JsonSchema.FromJsonAsync(SampleFiles.Read("campaigns", "campaign.schema.json")));
    private static readonly Lazy<Task<JsonSchema>> VendorsSchema = new(() => JsonSchema.FromJsonAsync(SampleFiles.Read("campaigns", "vendors.schema.json")));

    [TestMethod]
    [DataRow("solar")]
    [DataRow("insurance")]
    [DataRow("education")]
    public async Task The_sample_campaigns_fit_their_schema(string campaign) =>
        Assert.AreEqual("", await Errors(CampaignSchema, SampleFiles.ReadJson("campaigns", $"{campaign}.json")));

    [TestMethod]
    public async Task A_new_campaign_fits_the_schema() =>
        Assert.AreEqual("", await Errors(CampaignSchema, SampleFiles.ReadJson("LeadFilter.Cli", "Commands", "Starting", "starter.json")));

    [TestMethod]
    public async Task The_sample_vendors_fit_their_schema() =>
        Assert.AreEqual("", await Errors(VendorsSchema, SampleFiles.ReadJson("campaigns", "vendors.json")));

    // VS Code's own keywords: without them it marks each comment and trailing comma of the samples as a problem.
    [TestMethod]
    [DataRow("campaign.schema.json")]
    [DataRow("vendors.schema.json")]
    [DataRow("admin-keys.schema.json")]
    [DataRow("targets.schema.json")]
    public void Editors_are_told_that_comments_and_trailing_commas_are_allowed(string file)
    {
        var schema = SampleFiles.ReadJson("campaigns", file);

        Assert.AreEqual((true, true), ((bool?)schema["allowComments"], (bool?)schema["allowTrailingCommas"]));
    }

    [TestMethod]
    public async Task Plans_and_lists_fit_the_schema()
    {
        var campaign = SampleFiles.ReadJson("campaigns", "solar.json");
        campaign["duplicates"] = JsonNode.Parse(
            """[ { "id": "a", "by": ["email"], "windowDays": 90, "scope": "installation", "action": "touchpoint" }, { "id": "b", "by": ["phone_1"], "window": "6 months" } ]""");
        campaign["suppression"] = JsonNode.Parse("""[ { "list": "customers", "by": ["email", "address", "email.domain"], "reason": "r", "text": "t", "mode": "shadow" } ]""");
        campaign["vendors"]!["acme"]!["duplicates"] = "touchpoint";

        Assert.AreEqual("", await Errors(CampaignSchema, campaign));
    }

    [TestMethod]
    [DataRow("unknown key", """{ "colour": "red" }""")]
    [DataRow("id in capitals", """{ "campaign": "Solar" }""")]
    [DataRow("unknown order of dates", """{ "dates": "uk" }""")]
    [DataRow("unknown type", """{ "fields": { "roof": "text" } }""")]
    [DataRow("no delivery", """{ "delivery": null }""")]
    [DataRow("delivery by ftp", """{ "delivery": { "type": "webhook", "url": "ftp://crm.example.com" } }""")]
    [DataRow("delivery over plain http", """{ "delivery": { "type": "webhook", "url": "http://crm.example.com/leads" } }""")]
    [DataRow("a secret instead of its name", """{ "delivery": { "type": "webhook", "url": "/x", "secret": "p@ss word" } }""")]
    [DataRow("window of no day", """{ "duplicates": { "by": ["email"], "windowDays": 0 } }""")]
    [DataRow("no window", """{ "duplicates": { "by": ["email"] } }""")]
    [DataRow("two windows", """{ "duplicates": { "by": ["email"], "windowDays": 90, "window": "3 months" } }""")]
    [DataRow("window without a unit", """{ "duplicates": { "by": ["email"], "window": "90" } }""")]
    [DataRow("enabled in words", """{ "enabled": "no" }""")]
    [DataRow("a base with a result", """{ "exampleBase": { "lead": { }, "expect": "accept" } }""")]
    [DataRow("duplicates by nothing", """{ "duplicates": { "by": [], "windowDays": 90 } }""")]
    [DataRow("unknown scope", """{ "duplicates": { "by": ["email"], "windowDays": 90, "scope": "world" } }""")]
    [DataRow("no plan", """{ "duplicates": [] }""")]
    [DataRow("unknown action in a contract", """{ "vendors": { "acme": { "duplicates": "update" } } }""")]
    [DataRow("list without a reason", """{ "suppression": [ { "list": "a", "by": ["email"] } ] }""")]
    [DataRow("list with a name in capitals", """{ "suppression": [ { "list": "A", "by": ["email"], "reason": "r" } ] }""")]
    [DataRow("negative price", """{ "prices": [ { "price": -1 } ] }""")]
    [DataRow("unknown category in a contract", """{ "vendors": { "acme": { "rejects": ["colour"] } } }""")]
    [DataRow("questions below none", """{ "vendors": { "acme": { "questionsPerDay": -1 } } }""")]
    [DataRow("no test leads at all", """{ "vendors": { "acme": { "testsPerDay": 0 } } }""")]
    [DataRow("unknown contract mode", """{ "vendors": { "acme": { "mode": "test" } } }""")]
    [DataRow("look-up without address", """{ "lookups": { "phone": { "facts": { "a": "$.a" } } } }""")]
    [DataRow("look-up over plain http", """{ "lookups": { "phone": { "url": "http://api.example.com/{phone_1}", "facts": { "a": "$.a" } } } }""")]
    [DataRow("look-up whose host is a field", """{ "lookups": { "phone": { "url": "https://{source}/x", "facts": { "a": "$.a" } } } }""")]
    [DataRow("look-up with a wrong path", """{ "lookups": { "phone": { "url": "https://api.example.com/{phone_1}", "facts": { "a": "a.b" } } } }""")]
    [DataRow("look-up that takes too long", """{ "lookups": { "timeoutMs": 60000 } }""")]
    [DataRow("TrustedForm without key", """{ "lookups": { "trustedform": { "use": "trustedform" } } }""")]
    [DataRow("list outside the folder", """{ "lists": { "zips": "../zips.txt" } }""")]
    [DataRow("list at the root", """{ "lists": { "zips": "/zips.txt" } }""")]
    [DataRow("name with a space", """{ "conditions": { "my name": { "field": "email", "is": "valid" } } }""")]
    [DataRow("named condition that is none", """{ "conditions": { "a": { "field": "email" } } }""")]
    [DataRow("cap without a limit", """{ "caps": [ { "id": "a", "per": "day" } ] }""")]
    [DataRow("cap by the year", """{ "caps": [ { "id": "a", "limit": 1, "per": "year" } ] }""")]
    [DataRow("half a lead", """{ "caps": [ { "id": "a", "limit": 1.5, "per": "day" } ] }""")]
    [DataRow("cap by vendor in a contract", """{ "vendors": { "acme": { "caps": [ { "id": "a", "limit": 1, "per": "day", "by": "vendor" } ] } } }""")]
    [DataRow("hours of no day", """{ "hours": { "holidays": [] } }""")]
    [DataRow("time in 12 hours", """{ "hours": { "days": { "monday": [ ["8:00", "17:00"] ] } } }""")]
    [DataRow("beginning at the end of the day", """{ "hours": { "days": { "monday": [ ["24:00", "17:00"] ] } } }""")]
    [DataRow("holiday without windows", """{ "hours": { "days": {}, "holidays": [ { "date": "2026-12-24" } ] } }""")]
    [DataRow("example without expectation", """{ "examples": [ { "lead": {} } ] }""")]
    public async Task A_broken_campaign_is_refused(string what, string change)
    {
        var campaign = SampleFiles.ReadJson("campaigns", "solar.json");
        foreach (var (key, value) in JsonNode.Parse(change)!.AsObject())
        {
            campaign[key] = value?.DeepClone();
        }

        Assert.AreNotEqual("", await Errors(CampaignSchema, campaign), what);
    }

    [TestMethod]
    public void The_schema_has_every_operator()
    {
        var definitions = SampleFiles.ReadJson("campaigns", "campaign.schema.json")["definitions"]!.AsObject();
        var words = definitions
            .SelectMany(definition => new[] { "is", "op" }.Select(key => (definition.Value as JsonObject)?["properties"]?[key]?["enum"]?.AsArray()))
            .OfType<JsonArray>().SelectMany(words => words).Select(word => word!.GetValue<string>()).Distinct();
        CollectionAssert.AreEquivalent(Core.Conditions.Operator.All.Select(op => op.Word).ToList(), words.ToList());
    }

    [TestMethod]
    public async Task Lists_and_named_conditions_fit_the_schema()
    {
        var campaign = SampleFiles.ReadJson("campaigns", "solar.json");
        campaign["lists"] = JsonNode.Parse("""{ "served-zips": "lists/zips.txt", "dots": "a..b/c.d.txt" }""");
        campaign["conditions"] = JsonNode.Parse("""{ "serious": { "not": { "use": "other" } } }""");
        Assert.AreEqual("", await Errors(CampaignSchema, campaign));
    }

    [TestMethod]
    public async Task Caps_and_hours_are_accepted()
    {
        var campaign = SampleFiles.ReadJson("campaigns", "solar.json");
        var caps = JsonNode.Parse("""[ { "id": "a", "limit": 1, "per": "week", "by": "source", "when": { "field": "email", "is": "valid" }, "text": "Full", "mode": "shadow" } ]""")!;
        var hours = JsonNode.Parse(
            """{ "days": { "weekdays": [ ["08:00", "24:00"] ], "friday": [ ["22:00", "02:00"] ] }, "holidays": [ "2026-12-25", { "date": "2026-12-24", "windows": [] } ] }""")!;
        (campaign["caps"], campaign["hours"]) = (caps, hours);
        (campaign["vendors"]!["acme"]!["caps"], campaign["vendors"]!["acme"]!["hours"]) = (caps.DeepClone(), JsonNode.Parse("""{ "mode": "off" }"""));

        Assert.AreEqual("", await Errors(CampaignSchema, campaign));
    }

    [TestMethod]
    [DataRow("id", "null")]
    [DataRow("id", "\"Has Space\"")]
    [DataRow("reason", "\"too-old\"")]
    [DataRow("category", "\"duplicate\"")]
    [DataRow("category", "\"quality\"")]
    [DataRow("mode", "\"trial\"")]
    [DataRow("onMissing", "\"ask\"")]
    [DataRow("onUnreadable", "\"ask\"")]
    [DataRow("rejectwhen", "{ }")]
    public async Task A_broken_rule_is_refused(string key, string value) =>
        Assert.AreNotEqual("", await ErrorsOfRule(rule => rule[key] = JsonNode.Parse(value)));

    [TestMethod]
    [DataRow("""{ "field": "email", "is": "empty" }""")]
    [DataRow("""{ "field": "email", "is": "valid", "op": "equal", "value": "x" }""")]
    [DataRow("""{ "field": "email", "op": "equals", "value": "x" }""")]
    [DataRow("""{ "field": "email", "op": "equal" }""")]
    [DataRow("""{ "field": "email", "op": "equal", "values": ["x", "y"] }""")]
    [DataRow("""{ "field": "age_seconds", "op": "between", "value": 3 }""")]
    [DataRow("""{ "field": "email", "op": "in", "values": [] }""")]
    [DataRow("""{ "field": "email", "op": "in", "values": [null] }""")]
    [DataRow("""{ "all": [] }""")]
    [DataRow("""{ "all": { "field": "email", "is": "valid" } }""")]
    [DataRow("""{ "not": [ { "field": "email", "is": "valid" } ] }""")]
    [DataRow("""{ "any": [ { "field": "email", "is": "valid" } ], "all": [ { "field": "email", "is": "valid" } ] }""")]
    [DataRow("""{ "any": [ { "none": [ { "field": "email" } ] } ] }""")]
    [DataRow("{ }")]
    [DataRow("""{ "use": 1 }""")]
    [DataRow("""{ "use": "serious", "field": "email", "is": "valid" }""")]
    [DataRow("""{ "field": "email", "op": "similar to", "value": "a@b.example" }""")]
    [DataRow("""{ "field": "email", "op": "similar to", "value": "a@b.example", "edits": 4 }""")]
    [DataRow("""{ "field": "email", "op": "equal", "value": "a@b.example", "edits": 1 }""")]
    [DataRow("""{ "field": "created_at", "op": "older than", "value": "5 fortnights" }""")]
    [DataRow("""{ "field": "created_at", "op": "older than", "value": "1.5 years" }""")]
    [DataRow("""{ "field": "created_at", "op": "older than", "value": 5 }""")]
    [DataRow("""{ "field": "state", "op": "in", "other": "city" }""")]
    [DataRow("""{ "field": "state", "op": "equal", "other": "city", "value": "x" }""")]
    [DataRow("""{ "field": "state", "op": "equal", "list": "zips" }""")]
    [DataRow("""{ "field": "state", "op": "in", "list": "zips", "values": ["CA"] }""")]
    public async Task A_broken_condition_is_refused(string condition) =>
        Assert.AreNotEqual("", await ErrorsOfRule(rule => rule["rejectWhen"] = JsonNode.Parse(condition)));

    [TestMethod]
    [DataRow("""{ "field": "email", "is": "not blank" }""")]
    [DataRow("""{ "field": "sub_id", "op": "starts with", "values": ["a", "b"] }""")]
    [DataRow("""{ "field": "state", "op": "in", "value": "CA" }""")]
    [DataRow("""{ "field": "page_views", "op": "between", "values": [1, 3] }""")]
    [DataRow("""{ "none": [ { "not": { "any": [ { "field": "opt_in", "op": "equal", "value": true } ] } } ] }""")]
    [DataRow("""{ "use": "serious" }""")]
    [DataRow("""{ "field": "comments", "is": "not obscene" }""")]
    [DataRow("""{ "field": "opt_in", "is": "false" }""")]
    [DataRow("""{ "field": "email.domain", "op": "similar to", "values": ["gmail.com"], "edits": 2 }""")]
    [DataRow("""{ "field": "created_at", "op": "older than", "value": "1.5 Hours" }""")]
    [DataRow("""{ "field": "created_at", "op": "older than", "value": "3 Months" }""")]
    [DataRow("""{ "field": "dob", "op": "newer than", "value": "18years" }""")]
    [DataRow("""{ "field": "state", "op": "not equal", "other": "phone_1.state" }""")]
    [DataRow("""{ "field": "postal_code", "op": "not in", "list": "served-zips" }""")]
    [DataRow("""{ "field": "created_at.weekday", "op": "between", "values": ["friday", "monday"] }""")]
    public async Task A_condition_of_the_language_is_accepted(string condition) =>
        Assert.AreEqual("", await ErrorsOfRule(rule => rule["rejectWhen"] = JsonNode.Parse(condition)));

    [TestMethod]
    public async Task A_vendors_rate_fits_the_schema() => Assert.AreEqual("", await Errors(VendorsSchema, JsonNode.Parse(
        """{ "vendors": { "acme": { "ratePerSecond": 2.5, "burst": 20, "keys": ["8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4"] } } }""")!));

    [TestMethod]
    [DataRow("""{ "vendors": { "acme": { "name": "Acme", "keys": ["acme-demo-key"] } } }""")]
    [DataRow("""{ "vendors": { "acme": { "name": "Acme", "keys": [] } } }""")]
    [DataRow("""{ "vendors": { "acme": { "name": "Acme" } } }""")]
    [DataRow("""{ "vendors": { "Acme Leads": { "name": "Acme", "keys": [] } } }""")]
    [DataRow("""{ "vendors": { "acme": { "ratePerSecond": 0, "keys": ["8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4"] } } }""")]
    [DataRow("""{ "vendors": { "acme": { "ratePerSecond": 5, "burst": 2.5, "keys": ["8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4"] } } }""")]
    [DataRow("""{ "sellers": { } }""")]
    public async Task Broken_vendors_are_refused(string vendors) => Assert.AreNotEqual("", await Errors(VendorsSchema, JsonNode.Parse(vendors)!));

    private static Task<string> ErrorsOfRule(Action<JsonObject> change)
    {
        var campaign = SampleFiles.ReadJson("campaigns", "solar.json");
        change(campaign["rules"]![0]!.AsObject());
        return Errors(CampaignSchema, campaign);
    }

    private static async Task<string> Errors(Lazy<Task<JsonSchema>> schema, JsonNode json) =>
        string.Join("\n", (await schema.Value).Validate(json.ToJsonString()));
}
