namespace LeadFilter.Tests.Lookups;

/// <summary>The ready-made look-up of TrustedForm certificates, against a server that behaves as the API is documented.</summary>
[TestClass]
public sealed class TrustedFormTests
{
    private static readonly (string, string)[] Ann = [("email", "Ann@Example.com"), ("phone_1", "602 234 9876")];

    [TestMethod]
    public async Task A_certificate_gives_its_age_page_fingerprints_and_whether_a_bot_filled_the_form()
    {
        var (scene, trustedForm) = await StartAsync();
        await using var ends = scene;
        await using var end = trustedForm;
        Assert.AreEqual(
            "trustedform.valid=true, trustedform.expired=false, trustedform.matched=true, trustedform.email_match=true, trustedform.phone_match=true, "
                + "trustedform.age_seconds=33, trustedform.page=https://www.example.com/solar/quote.html?x=1, trustedform.page_host=www.example.com, "
                + "trustedform.bot=false, trustedform.failed=false",
            await scene.AskAsync(Campaign(trustedForm), [.. Ann, Certificate("c0ffee")]));
        Assert.AreEqual(
            """{"match_lead":{"email":"ann@example.com","phone":"6022349876"},"insights":{"properties":["age_seconds","page_url","domain","bot_detected"]}}""",
            trustedForm.Calls.Single().ToJsonString());
    }

    [TestMethod]
    public async Task Another_person_s_certificate_does_not_match()
    {
        var (scene, trustedForm) = await StartAsync();
        await using var ends = scene;
        await using var end = trustedForm;
        var campaign = Campaign(trustedForm, """, "facts": ["matched", "email_match", "phone_match"]""");
        Assert.AreEqual(
            "trustedform.matched=false, trustedform.email_match=false, trustedform.phone_match=false, trustedform.failed=false",
            await scene.AskAsync(campaign, ("email", "bob@example.com"), ("phone_1", "602 234 9877"), Certificate("c0ffee")));
        Assert.AreEqual(
            "trustedform.matched=true, trustedform.phone_match=true, trustedform.failed=false",
            await scene.AskAsync(campaign, ("phone_1", "602 234 9876"), Certificate("c0ffee")));
        Assert.AreEqual("""{"match_lead":{"phone":"6022349876"}}""", trustedForm.Calls.Last().ToJsonString());
    }

    [TestMethod]
    public async Task A_certificate_that_is_expired_or_unknown_is_not_valid()
    {
        var (scene, trustedForm) = await StartAsync();
        await using var ends = scene;
        await using var end = trustedForm;
        Assert.AreEqual(
            "trustedform.valid=false, trustedform.expired=true, trustedform.failed=false",
            await scene.AskAsync(Campaign(trustedForm), [.. Ann, Certificate("0ld")]));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("https://evil.example.com/c0ffee----------------------------------------------------------")]
    [DataRow("https://cert.trustedform.com.evil.example.com/c0ffee----------------------------------------------------------")]
    [DataRow("https://cert.trustedform.com@evil.example.com/c0ffee----------------------------------------------------------")]
    [DataRow("http://cert.trustedform.com/c0ffee----------------------------------------------------------")]
    [DataRow("https://cert.trustedform.com:8443/c0ffee----------------------------------------------------------")]
    [DataRow("https://cert.trustedform.com/")]
    [DataRow("https://cert.trustedform.com/c0ffee----------------------------------------------------------/ping")]
    [DataRow("https://cert.trustedform.com/..%2fadmin")]
    [DataRow("https://cert.trustedform.com/..")]
    [DataRow("no address")]
    public async Task A_certificate_that_is_not_TrustedForm_s_is_not_valid_and_nobody_is_asked(string? address)
    {
        var (scene, trustedForm) = await StartAsync();
        await using var ends = scene;
        await using var end = trustedForm;
        var lead = address is null ? Ann : [.. Ann, ("trustedform_cert_url", address)];
        Assert.AreEqual("trustedform.valid=false", await scene.AskAsync(Campaign(trustedForm), lead));
        Assert.IsEmpty(trustedForm.Calls);
    }

    [TestMethod]
    [DataRow("HTTPS://CERT.TrustedForm.com:443/c0ffee----------------------------------------------------------")]
    [DataRow("https://cert.trustedform.com/c0ffee----------------------------------------------------------/")]
    [DataRow("https://cert.trustedform.com/c0ffee----------------------------------------------------------?utm=1#x")]
    [DataRow("cert.trustedform.com/c0ffee----------------------------------------------------------")]
    public async Task An_address_may_be_written_in_other_ways(string address)
    {
        var (scene, trustedForm) = await StartAsync();
        await using var ends = scene;
        await using var end = trustedForm;
        Assert.AreEqual(
            "trustedform.valid=true, trustedform.failed=false",
            await scene.AskAsync(Campaign(trustedForm, """, "facts": ["valid"]"""), [.. Ann, ("trustedform_cert_url", address)]));
    }

    [TestMethod]
    public async Task A_certificate_is_claimed_when_the_campaign_says_so()
    {
        var (scene, trustedForm) = await StartAsync();
        await using var ends = scene;
        await using var end = trustedForm;
        var campaign = Campaign(trustedForm, """, "retain": true, "cacheMinutes": 0, "facts": ["claimed", "claimed_before", "claimed_until"]""");
        Assert.AreEqual(
            "trustedform.claimed=true, trustedform.claimed_before=false, trustedform.claimed_until=2031-11-22T12:00:00.000Z, trustedform.failed=false",
            await scene.AskAsync(campaign, [.. Ann, Certificate("c0ffee")]));
        Assert.Contains("trustedform.claimed_before=true", await scene.AskAsync(campaign, [.. Ann, Certificate("c0ffee")]), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Every_insight_can_be_asked_for()
    {
        var (scene, trustedForm) = await StartAsync();
        await using var ends = scene;
        await using var end = trustedForm;
        var campaign = Campaign(trustedForm, """
            , "facts": ["created_at", "expires_at", "seconds_on_page", "input_method", "words_per_minute", "ip", "framed", "masked", "parent_page"]
            """);
        Assert.AreEqual(
            "trustedform.created_at=2026-11-22T11:59:00Z, trustedform.expires_at=2026-11-25T12:00:00Z, trustedform.seconds_on_page=44, "
                + "trustedform.input_method=typing, autofill, trustedform.words_per_minute=77.1234, trustedform.ip=8.8.8.8, trustedform.framed=false, "
                + "trustedform.masked=false, trustedform.failed=false",
            await scene.AskAsync(campaign, [.. Ann, Certificate("c0ffee")]));
    }

    [TestMethod]
    [DataRow("brok3n", "provider_failed")]
    [DataRow("c0ffee", "status")]
    [DataRow("0ld", "secret_missing")]
    public async Task A_failure_of_TrustedForm_says_nothing_of_the_certificate(string certificate, string result)
    {
        var (scene, trustedForm) = await StartAsync();
        await using var ends = scene;
        await using var end = trustedForm;
        scene.Settings["LEADFILTER_SECRET_TRUSTEDFORM"] = result switch { "status" => "wrong", "secret_missing" => null, _ => "demo-tf-key" };
        Assert.AreEqual("trustedform.failed=true", await scene.AskAsync(Campaign(trustedForm), [.. Ann, Certificate(certificate)]));
        Assert.AreEqual($"trustedform {result}", scene.Results.Single());
    }

    [TestMethod]
    public async Task The_age_of_a_certificate_goes_on_while_its_answer_is_kept()
    {
        var (scene, trustedForm) = await StartAsync();
        await using var ends = scene;
        await using var end = trustedForm;
        var campaign = Campaign(trustedForm, """, "facts": ["age_seconds"]""");
        await scene.AskAsync(campaign, [.. Ann, Certificate("c0ffee")]);
        scene.Clock.Advance(TimeSpan.FromSeconds(600));
        Assert.AreEqual("trustedform.age_seconds=633, trustedform.failed=false", await scene.AskAsync(campaign, [.. Ann, Certificate("c0ffee")]));
        Assert.HasCount(1, trustedForm.Calls);
    }

    [TestMethod]
    public void Without_a_stand_in_TrustedForm_itself_is_asked()
    {
        var plan = LookupScene.Load("""{ "trustedform": { "use": "trustedform", "secret": "LEADFILTER_SECRET_TRUSTEDFORM" } }""").Lookups.Single();
        var campaign = LookupScene.Load("""{ "trustedform": { "use": "trustedform", "secret": "LEADFILTER_SECRET_TRUSTEDFORM" } }""");
        Assert.IsTrue(plan.Request.TryWrite(LookupScene.NewLead(campaign, [.. Ann, Certificate("c0ffee")]), out var request));
        Assert.AreEqual(("https://cert.trustedform.com/c0ffee----------------------------------------------------------", "https://cert.trustedform.com"), (request.Address, plan.Request.Authority));
    }

    private static (string, string) Certificate(string id) => ("trustedform_cert_url", $"https://cert.trustedform.com/{id.PadRight(64, '-')}");

    private static Core.Campaigns.Campaign Campaign(TrustedFormStandIn trustedForm, string more = "") => LookupScene.Load(
        $$"""{ "trustedform": { "use": "trustedform", "secret": "LEADFILTER_SECRET_TRUSTEDFORM", "url": "{{trustedForm.Address}}"{{more}} } }""");

    private static async Task<(LookupScene Scene, TrustedFormStandIn TrustedForm)> StartAsync() =>
        (await LookupScene.StartAsync(), await TrustedFormStandIn.StartAsync());
}
