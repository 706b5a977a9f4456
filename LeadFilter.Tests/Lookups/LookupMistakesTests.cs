using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Lookups;

/// <summary>What is said of mistakes in the section <c>lookups</c>: JSON path, what is wrong and what to do.</summary>
[TestClass]
public sealed class LookupMistakesTests
{
    private const string Phone = "\"url\": \"https://api.example.com/{phone_1}\"";
    private const string Facts = "\"facts\": { \"a\": \"$.a\" }";
    private const string UrlRemedy = "Write an https address with the provider's host name, such as https://api.example.com/v1/phones/{phone_1}.";
    private const string SecretRemedy = """Write { "secret": "THE_SETTINGS_NAME" }, with "prefix": "Bearer " or "basic": "USER" if need be.""";
    private const string PathRemedy = "Write the place in the answer like $.line.type, $.items[0].code or $['a b'].";

    [TestMethod]
    [DataRow("[]", "$.lookups: this is an array. Write an object { … }.")]
    [DataRow("""{ "x": 1 }""", "$.lookups.x: this is a number. Write an object { … }.")]
    [DataRow("""{ "timeoutMs": 99 }""", "$.lookups.timeoutMs: 99 is out of range. Write a number from 100 to 10000.")]
    [DataRow("""{ "timeoutMs": 10001 }""", "$.lookups.timeoutMs: 10001 is out of range. Write a number from 100 to 10000.")]
    [DataRow("""{ "Phone": {} }""", "$.lookups.Phone: 'Phone' is not a valid name for a look-up. Write 1 to 40 of a-z, 0-9 and '_', beginning with a letter.")]
    [DataRow("""{ "suppression": {} }""", "$.lookups.suppression: 'suppression' is the name of something else. Choose another name for the look-up.")]
    [DataRow("{ \"phone_1\": { " + Phone + ", " + Facts + " } }", "$.lookups.phone_1: 'phone_1' is a field, so 'phone_1.failed' would be a part of it. Choose another name for the look-up.")]
    [DataRow("{ \"x\": { \"use\": \"trustedfrom\" } }", "$.lookups.x.use: 'trustedfrom' is not known here. Write 'trustedform' if you meant that; there are: trustedform, phone, email.")]
    public void The_section(string lookups, string mistakes) => Assert.AreEqual(mistakes, Mistakes(lookups));

    [TestMethod]
    [DataRow("{}", """$.lookups.x: 'facts' is missing. Add "facts": { "line_type": { "path": "$.line.type", "type": "string" } }.""" + "\n" + """$.lookups.x: 'url' is missing. Add "url": "https://api.example.com/v1/phones/{phone_1}".""")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"retry\": 1 }", "$.lookups.x.retry: unknown key 'retry'. Remove it, or use one of: use, when, timeoutMs, cacheMinutes, onFailure, reason, category, text, mode, facts, method, url, query, headers, json, form, ifMissing, failsWhen.")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"timeoutMs\": 2001 }", "$.lookups.x.timeoutMs: 2001 is out of range. Write a number from 50 to 2000.")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"cacheMinutes\": -1 }", "$.lookups.x.cacheMinutes: -1 is out of range. Write a number from 0 to 10080.")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"method\": \"DELETE\" }", "$.lookups.x.method: 'DELETE' is not known here. Use one of: GET, POST, PUT.")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"method\": \"GET\", \"json\": {} }", "$.lookups.x.json: a GET has no body. Write \"method\": \"POST\", or use \"query\".")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"form\": {}, \"json\": {} }", "$.lookups.x.form: a look-up has one body, 'json' or 'form'. Remove one of the two.")]
    [DataRow("{ \"url\": \"https://api.example.com/\", " + Facts + " }", "$.lookups.x: this look-up asks the same for every lead. Put a field into the url, the query or the body, such as {phone_1}.")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"when\": { \"field\": \"x.a\", \"is\": \"valid\" } }", "$.lookups.x.when: 'x.a' is looked up itself. Use fields that the vendor sends: everything is looked up at the same time.")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"ifMissing\": \"stop\" }", "$.lookups.x.ifMissing: 'stop' is not known here. Use one of: skip, fail.")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"ifMissing\": { \"b\": 1 } }", "$.lookups.x.ifMissing.b: this look-up has no fact 'b'. Write 'a' if you meant that.")]
    [DataRow("{ " + Phone + ", \"facts\": { \"a\": { \"path\": \"$.a\", \"type\": \"number\" } }, \"ifMissing\": { \"a\": \"x\" } }", "$.lookups.x.ifMissing.a: this is not a valid number. Write a value that 'x.a' can have.")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"failsWhen\": {} }", """$.lookups.x.failsWhen: 'path' is missing. Add "path": "$.status".""" + "\n" + """$.lookups.x.failsWhen: 'values' is missing. Add "values": ["error"].""")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"failsWhen\": { \"path\": \"status\", \"values\": [] } }", "$.lookups.x.failsWhen.path: 'status' is not a valid path. " + PathRemedy + "\n" + "$.lookups.x.failsWhen.values: there is no value. Write the values that mean failure, such as [\"error\"].")]
    [DataRow("{ " + Phone + ", " + Facts + ", \"failsWhen\": { \"path\": \"$.a\", \"values\": [null] } }", "$.lookups.x.failsWhen.values[0]: this is null. Write text, a number, or true or false.")]
    public void A_look_up(string lookup, string mistakes) => Assert.AreEqual(mistakes, Mistakes($"{{ \"x\": {lookup} }}"));

    [TestMethod]
    [DataRow("api.example.com/{phone_1}", "this is not an https address")]
    [DataRow("ftp://api.example.com/{phone_1}", "this is not an https address")]
    [DataRow("http://api.example.com/{phone_1}", "http is for this machine only: anybody on the way could read the lead and the secret")]
    [DataRow("https://{source}/{phone_1}", "the host is not literal, so a lead could choose who is called")]
    [DataRow("https://api.{state}.example.com/", "the host is not literal, so a lead could choose who is called")]
    [DataRow("https://api.example.com:{phone_1}/", "the host is not literal, so a lead could choose who is called")]
    [DataRow("https://api.example.com{phone_1}", "the host is not literal, so a lead could choose who is called")]
    [DataRow("https://user:secret@api.example.com/{phone_1}", "this address contains a user name or a password")]
    [DataRow("https://api.example.com/{phone_1}#x", "this address contains a character that is not allowed")]
    [DataRow("https://api.example.com/a b/{phone_1}", "this address contains a character that is not allowed")]
    [DataRow("https://api.example.com\\\\@evil.example.com/{phone_1}", "this address contains a user name or a password")]
    [DataRow("https://2130706433/{phone_1}", "the host cannot be read")]
    [DataRow("https://0x7f.0.0.1/{phone_1}", "the host cannot be read")]
    [DataRow("https://127.1/{phone_1}", "the host cannot be read")]
    [DataRow("https://169.254.169.254/{phone_1}", "the host is not a name on the internet")]
    [DataRow("https://10.0.0.1/{phone_1}", "the host is not a name on the internet")]
    [DataRow("https://[::ffff:10.0.0.1]/{phone_1}", "the host is not a name on the internet")]
    [DataRow("https://metadata/{phone_1}", "the host is not a name on the internet")]
    public void An_address(string url, string message) =>
        Assert.AreEqual($"$.lookups.x.url: {message}. {UrlRemedy}", Mistakes($"{{ \"x\": {{ \"url\": \"{url}\", {Facts} }} }}"));

    [TestMethod]
    [DataRow("https://api.example.com/a/../{phone_1}", "this address cannot be called as it is written. Percent-encode what is not plain in the path, and leave out /./ and /../.")]
    [DataRow("https://api.example.com/{phone_9}", "there is no field 'phone_9'. Write 'phone_1' if you meant that, otherwise declare it under \"fields\".")]
    [DataRow("https://api.example.com/{phone_1.zone}", "'phone_1' (type phone) has no part 'zone'. Use one of: national, calling_code, country, type, extension, masked, area, exchange, line, state, time_zone, toll_free, premium, fictitious, repeated, sequential, all_zero_line, unassigned_area, n11.")]
    [DataRow("https://api.example.com/{x.a}", "'x.a' is looked up itself. Use fields that the vendor sends: everything is looked up at the same time.")]
    [DataRow("https://api.example.com/{phone_1?}", "'{phone_1?}' may be missing, but the address needs it. Remove the '?', or move the field to \"query\".")]
    [DataRow("https://api.example.com/{phone_1", "a '{' stands alone in this text. Write fields as {phone_1}, and a brace itself as {{ or }}.")]
    [DataRow("https://api.example.com/phone_1}", "a '}' stands alone in this text. Write fields as {phone_1}, and a brace itself as {{ or }}.")]
    [DataRow("https://api.example.com/{phone_1}?api_key=abc", "a secret must not be in the file. Move it to \"query\". " + SecretRemedy)]
    public void A_template(string url, string message) => Assert.AreEqual($"$.lookups.x.url: {message}", Mistakes($"{{ \"x\": {{ \"url\": \"{url}\", {Facts} }} }}"));

    [TestMethod]
    [DataRow("""{ "X-Api-Key": "sk_live_1234" }""", "$.lookups.x.headers.X-Api-Key: a secret must not be in the file. " + SecretRemedy)]
    [DataRow("""{ "Authorization": "Bearer abc" }""", "$.lookups.x.headers.Authorization: a secret must not be in the file. " + SecretRemedy)]
    [DataRow("""{ "X-Api-Key": { "secret": "sk-live/1234" } }""", "$.lookups.x.headers.X-Api-Key.secret: this is not the name of a setting. Write the name of the setting that holds the secret, such as LEADFILTER_SECRET_PHONE; never the secret itself.")]
    [DataRow("""{ "X-Api-Key": { "prefix": "Bearer" } }""", "$.lookups.x.headers.X-Api-Key: 'secret' is missing. " + SecretRemedy)]
    [DataRow("""{ "X-A": { "secret": "LEADFILTER_SECRET_A", "prefix": "é" } }""", "$.lookups.x.headers.X-A.prefix: this is not allowed in a header. Write printable ASCII, such as \"Bearer \".")]
    [DataRow("""{ "X-A": { "secret": "LEADFILTER_SECRET_A", "basic": "a:b" } }""", "$.lookups.x.headers.X-A.basic: this is not a user name for HTTP Basic. Write the user's name without ':', and no 'prefix' beside it.")]
    [DataRow("""{ "X-Source": "{source}" }""", "$.lookups.x.headers.X-Source: headers hold constant text only. Write printable ASCII without fields; fields go into the url, the query or the body.")]
    [DataRow("""{ "X-A": "a\r\nb" }""", "$.lookups.x.headers.X-A: headers hold constant text only. Write printable ASCII without fields; fields go into the url, the query or the body.")]
    [DataRow("""{ "host": "a" }""", "$.lookups.x.headers.host: the header 'host' is set by the filter. Remove it.")]
    [DataRow("""{ "Proxy-X": "a" }""", "$.lookups.x.headers.Proxy-X: the header 'Proxy-X' is set by the filter. Remove it.")]
    [DataRow("""{ "X-A": "a", "x-a": "b" }""", "$.lookups.x.headers.x-a: the header 'x-a' stands here twice. Keep one of the two; case does not matter.")]
    public void Headers(string headers, string mistakes) => Assert.AreEqual(mistakes, Mistakes($"{{ \"x\": {{ {Phone}, {Facts}, \"headers\": {headers} }} }}"));

    [TestMethod]
    [DataRow("{}", "$.lookups.x.facts: there is no fact. Name what rules or the CRM need of the answer.")]
    [DataRow("""{ "Line": "$.a" }""", "$.lookups.x.facts.Line: 'Line' is not a valid name for a fact. Write 1 to 40 of a-z, 0-9 and '_', beginning with a letter.")]
    [DataRow("""{ "failed": "$.a" }""", "$.lookups.x.facts.failed: every look-up has the fact 'failed' already. Choose another name.")]
    [DataRow("""{ "a": "$.a", "a": "$.b" }""", "$.lookups.x.facts.a: 'a' stands here twice. Keep one of the two.")]
    [DataRow("""{ "a": "line.type" }""", "$.lookups.x.facts.a: 'line.type' is not a valid path. " + PathRemedy)]
    [DataRow("""{ "a": "$.line..type" }""", "$.lookups.x.facts.a: '$.line..type' is not a valid path. " + PathRemedy)]
    [DataRow("""{ "a": "$.items[-1]" }""", "$.lookups.x.facts.a: '$.items[-1]' is not a valid path. " + PathRemedy)]
    [DataRow("""{ "a": { "path": "$.items[*]" } }""", "$.lookups.x.facts.a.path: '$.items[*]' is not a valid path. " + PathRemedy)]
    [DataRow("""{ "a": { "path": "$.a", "status": [200] } }""", """$.lookups.x.facts.a: a fact has one of 'path', 'exists' and 'status'. Write { "path": "$.line.type", "type": "string" }, { "exists": "$.line" } or { "status": [200] }.""")]
    [DataRow("""{ "a": { "type": "number" } }""", """$.lookups.x.facts.a: a fact has one of 'path', 'exists' and 'status'. Write { "path": "$.line.type", "type": "string" }, { "exists": "$.line" } or { "status": [200] }.""")]
    [DataRow("""{ "a": { "status": [302] } }""", "$.lookups.x.facts.a.status[0]: 302 is not the status of an answer. Write an HTTP status such as 200 or 404; redirects are not followed.")]
    [DataRow("""{ "a": { "status": [] } }""", "$.lookups.x.facts.a.status: there is no status. Write the HTTP statuses that make the fact true, such as [200].")]
    [DataRow("""{ "a": { "status": [404], "type": "number" } }""", "$.lookups.x.facts.a.type: this fact is true or false. Remove 'type', or write \"boolean\".")]
    [DataRow("""{ "a": { "exists": "$.a", "required": true } }""", "$.lookups.x.facts.a.required: this fact is always there. Remove 'required'.")]
    [DataRow("""{ "a": { "path": "$.a", "ages": true } }""", "$.lookups.x.facts.a.ages: only a number of seconds can age. Remove 'ages', or give the fact the type number.")]
    public void The_facts(string facts, string mistakes) => Assert.AreEqual(mistakes, Mistakes($"{{ \"x\": {{ {Phone}, \"facts\": {facts} }} }}"));

    [TestMethod]
    public void A_fact_has_one_of_the_types_of_fields() => Assert.StartsWith(
        "$.lookups.x.facts.a.type: 'text' is not known here. Write 'string' if you meant that; there are: string, first_name, ",
        Mistakes($$"""{ "x": { {{Phone}}, "facts": { "a": { "path": "$.a", "type": "text" } } } }"""),
        StringComparison.Ordinal);

    [TestMethod]
    [DataRow("\"onFailure\": \"stop\"", "$.lookups.x.onFailure: 'stop' is not known here. Use one of: ignore, reject, error.")]
    [DataRow("\"onFailure\": \"reject\"", "$.lookups.x: 'category' is missing. Say why such leads are bad: \"category\": one of contact, fraud, consent, lead_type, age, criteria.")]
    [DataRow("\"onFailure\": \"reject\", \"category\": \"score\"", "$.lookups.x.category: 'score' is the category of the section \"score\". Say it in that section, or give the rule one of: contact, fraud, consent, lead_type, age, criteria.")]
    [DataRow("\"onFailure\": \"reject\", \"category\": \"fraud\", \"reason\": \"No!\"", "$.lookups.x.reason: 'No!' is not a valid reason code. Write 1 to 64 of a-z, 0-9 and '_', beginning with a letter.")]
    [DataRow("\"category\": \"fraud\"", "$.lookups.x.category: 'category' belongs to \"onFailure\": \"reject\". Add that, or remove this key.")]
    public void What_a_failure_means(string more, string mistakes) => Assert.AreEqual(mistakes, Mistakes($"{{ \"x\": {{ {Phone}, {Facts}, {more} }} }}"));

    [TestMethod]
    public void A_rule_cannot_take_the_id_of_a_failure() => Assert.AreEqual(
        "$.lookups.x: a rule has the id 'lookup-x', which is that of this look-up's failure. Give the rule another id.",
        Mistakes($"{{ \"x\": {{ {Phone}, {Facts}, \"onFailure\": \"reject\", \"category\": \"fraud\" }} }}", """[{ "id": "lookup-x", "category": "age", "reason": "r", "rejectWhen": { "field": "email", "is": "invalid" } }]"""));

    [TestMethod]
    [DataRow("", "$.lookups.x: 'secret' is missing. Add \"secret\": \"LEADFILTER_SECRET_TRUSTEDFORM\", the name of the setting with your account's API key.")]
    [DataRow(", \"secret\": \"a-b\"", "$.lookups.x.secret: this is not the name of a setting. Write the name of the setting that holds the secret, such as LEADFILTER_SECRET_TRUSTEDFORM; never the secret itself.")]
    [DataRow(", \"secret\": \"LEADFILTER_SECRET_A\", \"url\": \"https://evil.example.com\"", "$.lookups.x.url: TrustedForm is asked at its own address. Remove 'url' (https://cert.trustedform.com is meant); only a stand-in on this machine may be named, such as http://127.0.0.1:5001.")]
    [DataRow(", \"secret\": \"LEADFILTER_SECRET_A\", \"certificate\": \"email\"", "$.lookups.x.certificate: 'email' is not a web address. Name the field with the certificate's address, of type trustedform or url.")]
    [DataRow(", \"secret\": \"LEADFILTER_SECRET_A\", \"facts\": [\"age\"]", "$.lookups.x.facts[0]: 'age' is not known here. Write 'page' if you meant that; there are: valid, expired, matched, email_match, phone_match, claimed, claimed_before, claimed_until, age_seconds, page, page_host, parent_page, bot, created_at, expires_at, seconds_on_page, input_method, words_per_minute, ip, framed, masked.")]
    [DataRow(", \"secret\": \"LEADFILTER_SECRET_A\", \"facts\": [\"bot\", \"bot\"]", "$.lookups.x.facts[1]: 'bot' stands here twice. Keep one of the two.")]
    [DataRow(", \"secret\": \"LEADFILTER_SECRET_A\", \"facts\": [\"claimed\"]", "$.lookups.x.facts[0]: 'claimed' is known only of certificates that are claimed. Add \"retain\": true.")]
    [DataRow(", \"secret\": \"LEADFILTER_SECRET_A\", \"retain\": \"yes\"", "$.lookups.x.retain: this is text. Write true without quotes.")]
    [DataRow(", \"secret\": \"LEADFILTER_SECRET_A\", \"method\": \"GET\"", "$.lookups.x.method: unknown key 'method'. Remove it, or use one of: use, when, timeoutMs, cacheMinutes, onFailure, reason, category, text, mode, facts, secret, url, certificate, email, phone, retain.")]
    public void TrustedForm(string more, string mistakes) => Assert.AreEqual(mistakes, Mistakes($"{{ \"x\": {{ \"use\": \"trustedform\"{more} }} }}"));

    [TestMethod]
    public void There_are_at_most_8_look_ups_of_20_facts()
    {
        var nine = string.Join(", ", Enumerable.Range(0, 9).Select(at => $"\"x{at}\": {{ {Phone}, {Facts} }}"));
        Assert.AreEqual("$.lookups: there are 9 look-ups. Keep them to 8: they are all made within one answer.", Mistakes($"{{ {nine} }}"));
        var facts = string.Join(", ", Enumerable.Range(0, 21).Select(at => $"\"f{at}\": \"$.a\""));
        Assert.AreEqual("$.lookups.x.facts: there are 21 facts. Keep them to 20: those that rules or the CRM need.", Mistakes($"{{ \"x\": {{ {Phone}, \"facts\": {{ {facts} }} }} }}"));
    }

    [TestMethod]
    public void All_fields_together_are_bounded()
    {
        var own = string.Join(", ", Enumerable.Range(0, 100).Select(at => $"\"own{at}\": \"string\""));
        var facts = string.Join(", ", Enumerable.Range(0, 20).Select(at => $"\"f{at}\": \"$.a\""));
        var lookups = string.Join(", ", Enumerable.Range(0, 8).Select(at => $"\"x{at}\": {{ {Phone}, \"facts\": {{ {facts} }} }}"));
        Assert.Contains(
            "Keep them to 255: declare fewer fields, or name fewer facts of look-ups.",
            CampaignText.Mistakes(CampaignText.With(("lookups", $"{{ {lookups} }}"), ("fields", $"{{ {own} }}"))),
            StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_field_cannot_take_the_name_of_a_fact() => Assert.EndsWith(
        "$.fields['x.a']: 'x.a' is derived from another field already. Choose another name.",
        CampaignText.Mistakes(CampaignText.With(("lookups", $"{{ \"x\": {{ {Phone}, {Facts} }} }}"), ("fields", """{ "x.a": "string" }"""))),
        StringComparison.Ordinal);

    [TestMethod]
    [DataRow("{ \"query\": { \"token\": \"abc\" }, ", "$.lookups.x.query.token: a secret must not be in the file. " + SecretRemedy)]
    [DataRow("{ \"form\": { \"token\": \"abc\" }, ", "$.lookups.x.form.token: a secret must not be in the file. Send it in a header or in \"query\", as { \"secret\": \"THE_SETTINGS_NAME\" }.")]
    [DataRow("{ \"form\": { \"a\": { \"secret\": \"LEADFILTER_SECRET_A\" } }, ", "$.lookups.x.form.a: this is an object. Write text in \"quotes\".")]
    [DataRow("{ \"query\": { \"a\": \"{nobody}\" }, ", "$.lookups.x.query.a: there is no field 'nobody'. Use a standard field (docs/fields.md), or declare it under \"fields\".")]
    [DataRow("{ \"json\": { \"a\": [ { \"b\": \"{nobody}\" } ] }, ", "$.lookups.x.json.a[0].b: there is no field 'nobody'. Use a standard field (docs/fields.md), or declare it under \"fields\".")]
    public void Parameters(string begin, string mistakes) => Assert.AreEqual(mistakes, Mistakes($"{{ \"x\": {begin}{Phone}, {Facts} }} }}"));

    private static string Mistakes(string lookups, string rules = "[]") => string.Join('\n', CampaignText
        .Mistakes(CampaignText.With(("lookups", lookups), ("rules", rules)))
        .Split('\n')
        .Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
}
