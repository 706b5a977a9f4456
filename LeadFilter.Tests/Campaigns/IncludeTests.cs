using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Files;

namespace LeadFilter.Tests.Campaigns;

/// <summary>Sections that campaigns share by including a file.</summary>
[TestClass]
public sealed class IncludeTests
{
    private const string Consent = """
        { "$schema": "../shared.schema.json", "conditions": { "consented": { "field": "tcpa_consent", "is": "true" } },
          "rules": [ { "id": "consent", "category": "consent", "reason": "no_consent", "always": true, "onMissing": "reject", "rejectWhen": { "not": { "use": "consented" } } } ] }
        """;

    private const string Own = """
        [ { "id": "stale", "category": "age", "reason": "too_old", "rejectWhen": { "field": "age_seconds", "op": ">", "value": 300 } } ]
        """;

    [TestMethod]
    public void Rules_come_behind_the_campaigns_own()
    {
        var campaign = Loaded(("rules", Own), Consent);
        Assert.AreEqual("stale consent suppression.opt-outs", string.Join(' ', campaign.Rules.Select(rule => rule.Ground.Id)));
        Assert.AreEqual("no_consent", TestLead.Decide(campaign, ("email", "ann@example.com")).Primary!.Ground.Reason.ToString());
        Assert.IsTrue(TestLead.Decide(campaign, ("tcpa_consent", "yes")).IsAccepted);
    }

    [TestMethod]
    public void A_name_of_the_campaign_goes_before_the_same_name_of_a_file()
    {
        var campaign = Loaded(("conditions", """{ "consented": { "field": "opt_in", "is": "true" } }"""), Consent);
        Assert.IsTrue(TestLead.Decide(campaign, ("opt_in", "yes")).IsAccepted);
    }

    [TestMethod]
    [DataRow("\"America/New_York\"", "America/New_York", "its own goes first")]
    [DataRow(null, "America/Chicago", "otherwise the file's holds")]
    public void One_value_is_the_campaigns_own_if_it_has_one(string? own, string zone, string what) =>
        Assert.AreEqual(zone, Loaded(("timeZone", own), """{ "timeZone": "America/Chicago" }""").TimeZone.Id, what);

    [TestMethod]
    public void Rules_and_delivery_may_come_from_a_file()
    {
        const string bare = """{ "campaign": "loans", "version": "v1", "include": ["shared/a.json"], "vendors": { } }""";
        var result = CampaignLoader.Load("loans.json", Encoding.UTF8.GetBytes(bare), TestCampaign.Vendors, _ => """{ "rules": [], "delivery": { "type": "webhook", "url": "/crm" } }"""u8.ToArray());
        Assert.AreEqual("", string.Join('\n', result.Mistakes));
    }

    [TestMethod]
    public void Examples_of_a_file_are_tried_with_the_campaign() => Assert.AreEqual(
        "campaigns/shared/a.json:1:83 $.examples[0].expect: the rules say 'accept' of this example, not 'no_consent'",
        Mistakes(Included(("conditions", """{ "consented": { "field": "opt_in", "is": "true" } }"""),
            """{ "examples": [ { "lead": { "opt_in": true, "email": "a@example.com" }, "expect": "no_consent" } ],""" + Consent[1..]))
            .Split(" (rule")[0]);

    [TestMethod]
    [DataRow("""["../a.json"]""", "$.include[0]: '../a.json' is not a path of a shared file. Write a path in a folder below the campaign's, such as shared/consent.json.")]
    [DataRow("""["a.json"]""", "$.include[0]: 'a.json' is not a path of a shared file. Write a path in a folder below the campaign's, such as shared/consent.json.")]
    [DataRow("""["/shared/a.json"]""", "$.include[0]: '/shared/a.json' is not a path of a shared file. Write a path in a folder below the campaign's, such as shared/consent.json.")]
    [DataRow("""["shared/a.json", "shared/a.json"]""", "$.include[1]: 'shared/a.json' stands here twice. Keep one of the two.")]
    [DataRow("""["shared/none.json"]""", "$.include[0]: the file 'shared/none.json' is not there or cannot be read. Put it below the campaign's folder, and let the filter read it.")]
    [DataRow("\"shared/a.json\"", "$.include: this is text. Write it in brackets: [ \"shared/a.json\" ].")]
    public void What_cannot_be_included_is_a_mistake(string include, string mistake)
    {
        var found = Mistakes(Load(CampaignText.WithKey($"\"include\": {include}, "), "{}"));
        Assert.AreEqual(mistake, found[(found.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
    }

    [TestMethod]
    [DataRow("{ \"rules\": [\n { \"id\": \"a\" } ] }", "campaigns/shared/a.json:2:2 $.rules[0]: 'reason' is missing. Add \"reason\": \"a_code_for_vendors\".")]
    [DataRow("{ \"rulez\": [] }", "campaigns/shared/a.json:1:12 $.rulez: unknown key 'rulez'. Write 'rules' if you meant that, otherwise remove it.")]
    [DataRow("{ \"include\": [\"shared/b.json\"] }", "campaigns/shared/a.json:1:14 $.include: a file that is included cannot include others. Name the other file in the campaign, too.")]
    [DataRow("{ \"vendors\": { } }", "campaigns/shared/a.json:1:14 $.vendors: a shared file has no 'vendors'. Move it into the campaign.")]
    [DataRow("{ \"rules\": [ { \"id\": \"stale\", \"category\": \"age\", \"reason\": \"x\", \"rejectWhen\": { \"field\": \"email\", \"is\": \"blank\" } } ] }",
        "campaigns/shared/a.json:1:22 $.rules[0].id: another rule has the id 'stale'. Give each rule an id of its own.")]
    [DataRow("{ \"rules\": 5 }", "campaigns/shared/a.json:1:12 $.rules: this is a number. Write it in brackets: [ 5 ].")]
    [DataRow("{ \"lists\": { \"zips\": \"../zips.txt\" } }", "campaigns/shared/a.json:1:22 $.lists.zips: '../zips.txt' is not a valid list path. Write a path below the campaign's folder, such as lists/zips.txt.")]
    [DataRow("{ ", "campaigns/shared/a.json:1:")]
    public void A_mistake_names_the_included_file_and_its_line(string shared, string mistake) =>
        Assert.StartsWith(mistake, Mistakes(Included(("rules", Own), shared)), StringComparison.Ordinal);

    [TestMethod]
    public void Two_files_may_not_say_different_things()
    {
        var text = CampaignText.With("timeZone", null).Insert(2, """ "include": ["shared/a.json", "shared/b.json"],""");
        Assert.AreEqual(
            "campaigns/shared/b.json:1:15 $.timeZone: campaigns/shared/a.json says this, too. Keep one of the two, or say it in the campaign itself.\n"
                + "campaigns/shared/b.json:1:41 $.lists.zips: 'zips' is in campaigns/shared/a.json, too. Keep one of the two, or say in the campaign itself what it is.",
            Mistakes(Load(text, """{ "timeZone": "UTC", "lists": { "zips": "lists/zips.txt" } }""")));
    }

    [TestMethod]
    public void What_a_campaign_does_not_use_of_a_file_is_not_warned_of()
    {
        var result = Included(("rules", "[]"), """{ "fields": { "pets": "number" }, "conditions": { "serious": { "field": "opt_in", "is": "true" } }, "lists": { "zips": "lists/zips.txt" } }""");
        Assert.AreEqual("", string.Join('\n', result.Warnings.Where(warning => warning.Message.StartsWith("nothing uses", StringComparison.Ordinal))));
    }

    [TestMethod]
    public void G10_A_changed_file_takes_effect_and_a_bad_one_changes_nothing()
    {
        using var files = new CampaignFiles();
        Directory.CreateDirectory(Path.Combine(files.Folder, "shared"));
        files.Write("shared/a.json", Consent);
        files.Write("loans.json", CampaignText.WithKey(""" "include": ["shared/a.json"], """));
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("consent", Rules(files));

        files.Write("shared/a.json", Consent.Replace("\"id\": \"consent\"", "\"id\": \"agreed\"", StringComparison.Ordinal));
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("agreed", Rules(files));

        files.Write("shared/a.json", "{ \"rules\": [ { } ] }");
        Assert.StartsWith("shared/a.json:1:14 $.rules[0]: 'id' is missing", files.Mistakes().Replace('\\', '/'), StringComparison.Ordinal);
        Assert.AreEqual("agreed", Rules(files));

        var before = files.Watched.Reload();
        Assert.AreSame(before, files.Watched.Reload());
        files.Write("shared/a.json", Consent);
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("consent", Rules(files));
    }

    private static string Rules(CampaignFiles files) => string.Join(
        ' ', files.Find("loans")!.Rules.Select(rule => rule.Ground.Id).Except(["suppression.opt-outs"]));

    private static LoadResult<Campaign> Included((string Section, string? Json) change, string shared) =>
        Load(CampaignText.With(change).Insert(2, """ "include": ["shared/a.json"],"""), shared);

    private static Campaign Loaded((string Section, string? Json) change, string shared) =>
        Included(change, shared) is { Value: { } campaign } ? campaign : throw new AssertFailedException(Mistakes(Included(change, shared)));

    private static LoadResult<Campaign> Load(string text, string shared) => CampaignLoader.Load(
        "campaigns/loans.json",
        Encoding.UTF8.GetBytes(text),
        TestCampaign.Vendors,
        path => path switch
        {
            "shared/a.json" or "shared/b.json" => Encoding.UTF8.GetBytes(shared),
            "lists/zips.txt" => "94107\n"u8.ToArray(),
            _ => (ReadOnlyMemory<byte>?)null,
        });

    private static string Mistakes(LoadResult<Campaign> result) => string.Join('\n', result.Mistakes);
}
