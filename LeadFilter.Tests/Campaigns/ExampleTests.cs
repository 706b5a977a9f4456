namespace LeadFilter.Tests.Campaigns;

/// <summary>A campaign's own examples: a file whose examples fail does not load, and says what its rules saw.</summary>
[TestClass]
public sealed class ExampleTests
{
    private const string Fix = "Fix the rule or the example.";

    private const string Rules = """
        [
        { "id": "stale", "category": "age", "reason": "too_old", "rejectWhen": { "field": "age_seconds", "op": ">", "value": 300 } },
        { "id": "views", "category": "fraud", "reason": "no_views", "rejectWhen": { "any": [ { "field": "page_views", "op": "<", "value": 1 }, { "field": "email", "is": "blank" } ] } },
        { "id": "west", "category": "criteria", "reason": "not_west", "mode": "shadow", "rejectWhen": { "field": "state", "op": "not in", "values": ["CA"] } },
        { "id": "asked", "category": "consent", "reason": "no_consent", "onMissing": "reject", "rejectWhen": { "field": "tcpa_consent", "is": "not true" } }
        ]
        """;

    [TestMethod]
    [DataRow(
        """{ "lead": { "email": "a@b.co", "opt_in": true, "tcpa_consent": "yes", "created_at": "2026-01-01T11:59:00Z" }, "expect": "too_old" }""",
        "the rules say 'accept' of this example, not 'too_old' (rule 'stale' did not match and saw created_at.age_seconds: valid (60))")]
    [DataRow(
        """{ "lead": { "email": "a@b.co", "tcpa_consent": 1, "created_at": "2026-01-01T11:00:00Z" }, "expect": "accept" }""",
        "the rules say 'too_old' of this example, not 'accept' (rule 'stale' matched and saw created_at.age_seconds: valid (3600))")]
    [DataRow(
        """{ "lead": { "email": "a@b.co", "tcpa_consent": 1, "created_at": "yesterday" }, "expect": "too_old" }""",
        "the rules say 'accept' of this example, not 'too_old' (rule 'stale' cannot read an answer and saw created_at.age_seconds: invalid (not a date))")]
    [DataRow(
        """{ "lead": { "page_views": "many", "email": " ", "tcpa_consent": 1 }, "expect": "accept" }""",
        "the rules say 'no_views' of this example, not 'accept' (rule 'views' matched and saw page_views: invalid (not a number), email: blank)")]
    [DataRow(
        """{ "lead": { "email": "a@b.co", "state": "Texas", "tcpa_consent": 1 }, "expect": "not_west" }""",
        "the rules say 'accept' of this example, not 'not_west' (rule 'west' matched, is a shadow, and saw state: valid (TX))")]
    [DataRow(
        """{ "lead": { "email": "a@b.co" }, "expect": "accept" }""",
        "the rules say 'no_consent' of this example, not 'accept' (rule 'asked' cannot be said, rejects by onMissing and saw tcpa_consent: missing)")]
    [DataRow(
        """{ "lead": { "email": "a@b.co" }, "vendor": "bright", "expect": "no_consent" }""",
        "the rules say 'accept' of this example, not 'no_consent' (rule 'asked' matched, is waived by the vendor's contract, and saw tcpa_consent: missing)")]
    [DataRow(
        """{ "lead": { }, "vendor": "newcomer", "expect": "no_views" }""",
        "the rules say 'accept' of this example, not 'no_views' (rule 'views' matched, changes nothing for a vendor on trial, and saw page_views: missing, email: missing)")]
    public void A_wrong_expectation_is_told_what_the_rule_saw(string example, string message)
    {
        var mistakes = CampaignText.Mistakes(File(example)).Split('\n');
        Assert.HasCount(1, mistakes);
        Assert.AreEqual($"$.examples[0].expect: {message}. {Fix}", mistakes[0][(mistakes[0].IndexOf(' ') + 1)..]);
    }

    [TestMethod]
    [DataRow("""{ "lead": { "email": "a@b.co", "tcpa_consent": true, "created_at": "2026-01-01T11:55:00Z" }, "expect": "accept" }""")]
    [DataRow("""{ "lead": { "email": "a@b.co", "tcpa_consent": true, "created_at": "2026-01-01T11:54:59Z" }, "expect": "too_old" }""")]
    [DataRow("""{ "lead": { "email": "a@b.co", "tcpa_consent": true, "created_at": "2026-01-01T11:54:59Z" }, "at": "2026-01-01T11:55:00Z", "expect": "accept" }""")]
    [DataRow("""{ "lead": { "email": "a@b.co", "tcpa_consent": true, "created_at": "2026-01-01T12:00:00Z" }, "at": "2026-01-01T13:06:00.5+01:00", "expect": "too_old" }""")]
    [DataRow("""{ "lead": { "email": "a@b.co", "tcpa_consent": true }, "at": "2026-03-01T13:06", "expect": "accept" }""")]
    [DataRow("""{ "lead": { "email": "a@b.co", "tcpa_consent": true, "phone_1": null }, "vendor": "acme", "expect": "accept" }""")]
    public void A_right_expectation_loads_at_noon_of_1_January_2026_or_the_time_given(string example) =>
        Assert.AreEqual("", CampaignText.Mistakes(File(example)));

    [TestMethod]
    [DataRow("13:00")]
    [DataRow("01/02/2026 13:00")]
    [DataRow("2026-01-01")]
    [DataRow("2026-13-01T00:00:00Z")]
    [DataRow("0001-01-01T00:00:00+14:00")]
    public void A_time_is_in_full_ISO_8601(string at) => Assert.EndsWith(
        $"'{at}' is not a time. Write it like 2026-01-01T12:00:00Z.",
        CampaignText.Mistakes(File($$"""{ "lead": {}, "at": "{{at}}", "expect": "no_views" }""")),
        StringComparison.Ordinal);

    [TestMethod]
    [DataRow("0001-01-01T00:00:00Z")]
    [DataRow("9999-12-31T23:59:59Z")]
    public void The_ends_of_time_do_no_harm(string at) => Assert.AreEqual("", CampaignText.Mistakes(CampaignText.With(
        ("rules", """[{ "id": "a", "category": "age", "reason": "r", "rejectWhen": { "any": [ { "field": "dob.age_years", "op": ">", "value": 9000 }, { "field": "created_at.weekday", "is": "invalid" }, { "field": "age_seconds", "op": "<", "value": -1 }, { "field": "created_at.age_days", "op": ">", "value": 10000000 } ] } }]"""),
        ("examples", $$"""[{ "lead": { "dob": "1950-02-28", "created_at": "2099-12-31" }, "at": "{{at}}", "expect": "{{(at[0] == '0' ? "r" : "accept")}}" }]"""))));

    [TestMethod]
    public void A_lead_of_too_many_fields_is_refused() => Assert.Contains(
        "'city' cannot be added (TooMany)",
        CampaignText.Mistakes(CampaignText.With("examples", $"[{{ \"expect\": \"accept\", \"lead\": {{ {string.Concat(Enumerable.Range(0, 200).Select(at => $"\"x{at}\": null, "))} \"city\": \"x\" }} }}]")),
        StringComparison.Ordinal);

    [TestMethod]
    [DataRow("""{ "lead": {}, "facts": { "tf.age": 30 }, "expect": "accept" }""", "")]
    [DataRow("""{ "lead": {}, "facts": { "tf": { "age": 301, "failed": false } }, "expect": "old" }""", "")]
    [DataRow("""{ "lead": {}, "facts": { "tf.failed": true, "tf.age": null }, "expect": "tf_failed" }""", "")]
    [DataRow("""{ "lead": {}, "expect": "accept" }""", "")]
    [DataRow("""{ "lead": {}, "facts": { "tf.age": 30 }, "expect": "old" }""", "the rules say 'accept' of this example, not 'old' (rule 'old' did not match and saw tf.age: valid (30))")]
    [DataRow("""{ "lead": {}, "facts": { "tf.agee": 30 }, "expect": "accept" }""", "nothing looks up 'tf.agee'. Write 'tf.age' if you meant that.")]
    [DataRow("""{ "lead": {}, "facts": { "email": "a@b.co" }, "expect": "accept" }""", "nothing looks up 'email'. Name a fact of a look-up, as rules do.")]
    [DataRow("""{ "lead": {}, "facts": { "tf.age": "young" }, "expect": "accept" }""", "this is not a valid number (not a number). Write a value that 'tf.age' can have, or leave it out.")]
    [DataRow("""{ "lead": {}, "facts": [], "expect": "accept" }""", "this is an array. Write an object { … }.")]
    public void An_example_may_give_what_is_looked_up(string example, string message) => Assert.Contains(
        message,
        CampaignText.Mistakes(CampaignText.With(
            ("lookups", """{ "tf": { "url": "https://api.example.com/{email}", "facts": { "age": { "path": "$.age", "type": "number" } }, "onFailure": "reject", "category": "consent" } }"""),
            ("rules", """[{ "id": "old", "category": "age", "reason": "old", "rejectWhen": { "field": "tf.age", "op": ">", "value": 300 } }]"""),
            ("examples", $"[ {example} ]"))) is var mistakes && message.Length == 0 ? (mistakes.Length == 0 ? "" : throw new AssertFailedException(mistakes)) : mistakes,
        StringComparison.Ordinal);

    [TestMethod]
    [DataRow("""{ "lead": { }, "expect": "accept" }""")]
    [DataRow("""{ "lead": { "created_at": "2026-01-01T11:00:00Z" }, "expect": "too_old" }""")]
    [DataRow("""{ "lead": { "optin": null }, "expect": "no_consent" }""")]
    [DataRow("""{ "lead": { "tcpa_consent": null, "email": " " }, "expect": "no_views" }""")]
    [DataRow("""{ "lead": { "email": null }, "expect": "no_views" }""")]
    public void An_example_says_only_what_differs_from_the_base_under_any_name(string example) => Assert.AreEqual("", CampaignText.Mistakes(WithBase(
        """{ "lead": { "email": "a@b.co", "tcpa_consent": true, "created_at": "2026-01-01T11:59:00Z" } }""", example)));

    [TestMethod]
    [DataRow("""{ "lead": { "email": "a@b.co" }, "expect": "consent_old" }""")]
    [DataRow("""{ "lead": { "email": "a@b.co" }, "facts": { "tf.age": 300 }, "expect": "accept" }""")]
    [DataRow("""{ "lead": { "email": "a@b.co" }, "facts": { "tf.age": null }, "expect": "accept" }""")]
    public void The_base_may_have_facts(string example) => Assert.AreEqual("", CampaignText.Mistakes(CampaignText.With(
        ("lookups", """{ "tf": { "url": "https://api.example.com/{email}", "facts": { "age": { "path": "$.age", "type": "number" } }, "onFailure": "ignore" } }"""),
        ("rules", """[{ "id": "old", "category": "age", "reason": "consent_old", "rejectWhen": { "field": "tf.age", "op": ">", "value": 300 } }]"""),
        ("examples", $"[ {example} ]")).Insert(2, """ "exampleBase": { "facts": { "tf.age": 301 } },""")));

    [TestMethod]
    [DataRow("""{ "lead": { "emial": "a@b.co" } }""", "2:37 $.exampleBase.lead.emial: there is no field 'emial'. Use the names of docs/fields.md, of \"fields\" or of \"aliases\", each once.")]
    [DataRow("""{ "facts": { "tf.age": 1 } }""", "2:39 $.exampleBase.facts['tf.age']: nothing looks up 'tf.age'. Name a fact of a look-up, as rules do.")]
    [DataRow("""{ "expect": "accept" }""", "2:28 $.exampleBase.expect: unknown key 'expect'. Remove it, or use one of: lead, facts.")]
    [DataRow("[]", "2:16 $.exampleBase: this is an array. Write an object { … }.")]
    public void A_mistake_in_the_base_is_told_once(string written, string mistake) => Assert.AreEqual(
        mistake, CampaignText.Mistakes(WithBase(written, """{ "lead": { }, "expect": "no_views" }, { "lead": { }, "expect": "no_views" }""")));

    private static string WithBase(string written, string examples) =>
        CampaignText.With(("rules", Rules), ("aliases", """{ "optin": "tcpa_consent" }"""), ("examples", $"[ {examples} ]"))
            .Insert(2, $"\"exampleBase\": {written}, ");

    private static string File(string example) => CampaignText.With(
        ("rules", Rules),
        ("vendors", """{ "acme": {}, "bright": { "rejects": ["age", "fraud"] }, "newcomer": { "mode": "trial" } }"""),
        ("examples", $"[ {example} ]"));
}
