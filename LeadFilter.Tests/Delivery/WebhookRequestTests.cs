using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Scores;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Delivery.Webhook;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed partial class WebhookRequestTests
{
    [TestMethod]
    public async Task Body_has_the_lead_and_its_fields_in_canonical_form()
    {
        var lead = DeliveryScene.NewLead(
            ("first_name", "  Ann "),
            ("email", "Ann@Example.COM"),
            ("monthly_bill", "120.50"),
            ("tcpa_consent", "yes"),
            ("consent_text", "I agree"),
            ("created_at", "2026-11-22T11:59:00Z"));

        var call = await SendAsync(lead, null);

        Assert.AreEqual(
            $$$"""
            {"lead_id":"{{{lead.Id}}}","campaign":"solar","vendor":"acme","source":"example.com","received_at":"2026-11-22T12:00:00Z",
            "route":"sales","price":12.5,"consent":{"tcpa_consent":true,"consent_text":"I agree"},
            "fields":{"consent_text":"I agree","created_at":"2026-11-22T11:59:00Z","email":"ann@example.com","first_name":"Ann",
            "monthly_bill":120.5,"tcpa_consent":true}}
            """.ReplaceLineEndings(""),
            Encoding.UTF8.GetString(call.Body));
    }

    [TestMethod]
    public async Task Body_of_an_update_names_the_lead_that_was_bought()
    {
        var bought = DeliveryScene.NewLead().Id;

        var call = await SendAsync(DeliveryScene.NewLead(("first_name", "Ann")) with { UpdateOf = bought }, null);

        Assert.AreEqual(bought.ToString(), Json(call).GetProperty("update_of").GetString());
    }

    [TestMethod]
    public async Task Value_that_is_not_valid_is_sent_as_it_came()
    {
        var call = await SendAsync(
            DeliveryScene.NewLead(("monthly_bill", "a lot"), ("tcpa_consent", "perhaps"), ("email", " "), ("created_at", "today")), null);

        Assert.AreEqual(
            """{"created_at":"today","email":" ","monthly_bill":"a lot","tcpa_consent":"perhaps"}""",
            Json(call).GetProperty("fields").GetRawText());
    }

    [TestMethod]
    public async Task Mapped_fields_have_the_names_of_the_crm_and_stay_under_fields()
    {
        var map = new Dictionary<string, string>
        {
            ["FirstName"] = "first_name",
            ["MailDomain"] = "email.domain",
            ["Bill"] = "monthly_bill",
            ["Last"] = "last_name",
            ["lead_id"] = "first_name",
            ["Gone"] = "no_such_field",
        };

        var call = await SendAsync(
            DeliveryScene.NewLead(("first_name", "Ann"), ("email", "ann@example.com"), ("monthly_bill", "7"), ("tcpa_consent", "no")), map);

        var json = Json(call);
        Assert.AreEqual(
            """{"FirstName":"Ann","MailDomain":"example.com","Bill":7,"lead_id":"Ann"}""",
            json.GetProperty("fields").GetRawText());
        Assert.AreEqual("""{"tcpa_consent":false}""", json.GetProperty("consent").GetRawText());
    }

    [TestMethod]
    public async Task Part_of_a_field_that_is_not_valid_is_left_out()
    {
        var call = await SendAsync(
            DeliveryScene.NewLead(("email", "nobody")), new Dictionary<string, string> { ["MailDomain"] = "email.domain" });

        Assert.AreEqual("{}", Json(call).GetProperty("fields").GetRawText());
    }

    [TestMethod]
    public async Task Nurture_and_an_unknown_source_are_said()
    {
        var call = await SendAsync(DeliveryScene.NewLead() with { Route = Route.Nurture, Source = null, Price = Money.Zero }, null);

        var json = Json(call);
        Assert.AreEqual(("nurture", JsonValueKind.Null, "0"), (
            json.GetProperty("route").GetString(), json.GetProperty("source").ValueKind, json.GetProperty("price").GetRawText()));
    }

    [TestMethod]
    public async Task Score_and_exclusivity_are_said_where_the_campaign_has_them()
    {
        var sheet = new ScoreSheet(37.5, [new("owner", ScoreKind.Profile, 30), new("pages", ScoreKind.Behaviour, 7.5)]);
        var json = Json(await SendAsync(DeliveryScene.NewLead() with { Score = sheet, Exclusive = true }, null));

        Assert.AreEqual(
            """{"value":37.5,"points":[{"id":"owner","kind":"profile","points":30},{"id":"pages","kind":"behaviour","points":7.5}]}""",
            json.GetProperty("score").GetRawText());
        Assert.IsTrue(json.GetProperty("exclusive").GetBoolean());
    }

    [TestMethod]
    public async Task Text_that_is_not_unicode_does_not_break_the_body()
    {
        // An invalid value goes out as it was sent.
        var call = await SendAsync(DeliveryScene.NewLead(("email", "a\ud800b\0\u0001\"<é")), null);

        Assert.AreEqual("a\ufffdb\0\u0001\"<é", Json(call).GetProperty("fields").GetProperty("email").GetString());
    }

    [TestMethod]
    public async Task Headers_name_the_lead_the_sender_and_the_time()
    {
        var lead = DeliveryScene.NewLead();

        var call = await SendAsync(lead, null);

        Assert.AreEqual("POST", call.Method);
        Assert.AreEqual("application/json", call.Header("Content-Type"));
        Assert.AreEqual(lead.Id.ToString(), call.Header("Idempotency-Key"));
        Assert.MatchesRegex(UserAgent(), call.Header("User-Agent"));
        Assert.AreEqual("1795348800", call.Header("LeadFilter-Timestamp"));
        Assert.AreEqual("", call.Header("LeadFilter-Signature"));
        Assert.AreEqual("", call.Header("LeadFilter-Signature-V2"));
    }

    // Made with: printf '1767225600.{"a":1}' | openssl dgst -sha256 -hmac s3cret
    [TestMethod]
    public void Signature_is_hmac_sha_256_over_time_and_body() => Assert.AreEqual(
        "v1=7d4120fcebf444efab10ba7cd6c651bf463cefb039db5fad37ff9f7231ac8a4a",
        WebhookSignature.Of("s3cret", 1_767_225_600, """{"a":1}"""u8));

    // Made with: printf 'v2.1767225600.01a20320a2007a098006050403020100.{"a":1}' | openssl dgst -sha256 -hmac s3cret
    [TestMethod]
    public void Second_version_of_the_signature_covers_the_idempotency_key() => Assert.AreEqual(
        "v2=e0b655c3add856a7b52396f5bef1088e04911003d14e1751054646cfcde08c7f",
        WebhookSignature.OfKeyed("s3cret", 1_767_225_600, "01a20320a2007a098006050403020100", """{"a":1}"""u8));

    [TestMethod]
    public async Task Call_is_signed_with_the_secret_that_the_campaign_names()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Settings["LEADFILTER_SECRET_CRM"] = "s3cret";
        scene.Plan = scene.Plan with { Secret = "LEADFILTER_SECRET_CRM" };

        await scene.DeliverAsync(DeliveryScene.NewLead());

        var call = scene.Crm.Calls.Single();
        Assert.AreEqual("1795348800", call.Header("LeadFilter-Timestamp"));
        Assert.AreEqual(WebhookSignature.Of("s3cret", 1_795_348_800, call.Body), call.Header("LeadFilter-Signature"));
        Assert.AreEqual(
            WebhookSignature.OfKeyed("s3cret", 1_795_348_800, call.Header("Idempotency-Key"), call.Body), call.Header("LeadFilter-Signature-V2"));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    public async Task Without_its_secret_a_lead_waits(string? secret)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Settings["LEADFILTER_SECRET_CRM"] = secret;
        scene.Plan = scene.Plan with { Secret = "LEADFILTER_SECRET_CRM" };

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Later, "secret_missing"), (result.Verdict, result.Reason));
        Assert.Contains("'LEADFILTER_SECRET_CRM'", result.Description, StringComparison.Ordinal);
        Assert.AreEqual(0, scene.Crm.Calls.Count);
    }

    [TestMethod]
    public async Task Path_is_on_this_filters_own_host()
    {
        var options = DeliveryScene.OneTry;
        await using var scene = await DeliveryScene.StartAsync(options);
        scene.Plan = scene.Plan with { Url = "/demo/crm/leads?a=b" };
        Assert.AreEqual("address_unusable", (await scene.DeliverAsync(DeliveryScene.NewLead())).Reason);

        options.OwnAddress = new(scene.Crm.Address, "/");
        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Done, "/demo/crm/leads?a=b"), (result.Verdict, scene.Crm.Calls.Single().Target));
    }

    [TestMethod]
    [DataRow("//other.example/leads")]
    [DataRow("ftp://example.com/")]
    [DataRow("file:///etc/passwd")]
    [DataRow("leads")]
    [DataRow("")]
    [DataRow("http://")]
    public async Task Address_that_cannot_be_called_means_later(string url)
    {
        var options = DeliveryScene.OneTry;
        options.OwnAddress = new("http://127.0.0.1:1/");
        await using var scene = await DeliveryScene.StartAsync(options);
        scene.Plan = scene.Plan with { Url = url };

        var result = await scene.DeliverAsync(DeliveryScene.NewLead());

        Assert.AreEqual((DeliveryVerdict.Later, "address_unusable"), (result.Verdict, result.Reason));
    }

    private static async Task<CrmCall> SendAsync(LeadMessage lead, IReadOnlyDictionary<string, string>? map)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Plan = scene.Plan with { Fields = map };
        Assert.AreEqual(DeliveryVerdict.Done, (await scene.DeliverAsync(lead)).Verdict);
        return scene.Crm.Calls.Single();
    }

    [GeneratedRegex(@"\ALeadFilter/\d+\.\d+\.\d+\z", RegexOptions.None, 1_000)]
    private static partial Regex UserAgent();

    private static JsonElement Json(CrmCall call)
    {
        using var json = JsonDocument.Parse(call.Body);
        return json.RootElement.Clone();
    }
}
