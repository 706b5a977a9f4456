namespace LeadFilter.Tests.Lookups;

/// <summary>The ready-made phone and e-mail look-ups, completed with a provider's address and key.</summary>
[TestClass]
public sealed class IntelligenceTests
{
    [TestMethod]
    [DataRow(""" "headers": { "X-Api-Key": { "secret": "LEADFILTER_SECRET_PHONE" } } """)]
    [DataRow(""" "query": { "api_key": { "secret": "LEADFILTER_SECRET_PHONE" } } """)]
    public async Task A_phone_look_up_has_usual_facts_whose_places_can_be_changed(string key)
    {
        await using var scene = await LookupScene.StartAsync();
        await using var provider = await IntelligenceStandIn.StartAsync();
        var campaign = LookupScene.Load($$"""
            { "phone": { "use": "phone", "url": "{{provider.Address}}/v1/phones/{phone_1}", {{key}},
                         "facts": { "line_type": "$.line.type", "unknown": { "status": [404] } } } }
            """);
        Assert.AreEqual(
            "phone.valid=true, phone.active=true, phone.line_type=mobile, phone.carrier=Example Wireless, phone.country=US, phone.risk_score=12.5, phone.unknown=false, phone.failed=false",
            await scene.AskAsync(campaign, ("phone_1", "602 234 9876")));
        Assert.AreEqual("phone.unknown=true, phone.failed=false", await scene.AskAsync(campaign, ("phone_1", "602 234 9877")));
    }

    [TestMethod]
    public async Task An_e_mail_look_up_may_send_a_form()
    {
        await using var scene = await LookupScene.StartAsync();
        await using var provider = await IntelligenceStandIn.StartAsync();
        var campaign = LookupScene.Load($$"""
            { "mail": { "use": "email", "url": "{{provider.Address}}/v1/emails", "form": { "address": "{email}" },
                        "headers": { "Authorization": { "secret": "LEADFILTER_SECRET_PHONE", "prefix": "Bearer " } } } }
            """);
        Assert.AreEqual(
            "mail.valid=true, mail.deliverable=true, mail.disposable=no, mail.domain_age_days=9000, mail.failed=false",
            await scene.AskAsync(campaign, ("email", "ann+x@example.com")));
    }

    [TestMethod]
    public async Task A_look_up_is_made_only_where_its_condition_holds()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Mobile);
        var campaign = LookupScene.Load(scene.PhoneLookup(""", "when": { "field": "state", "op": "equal", "value": "AZ" }"""));
        Assert.AreEqual("", await scene.AskAsync(campaign, ("phone_1", "602 234 9876")));
        Assert.AreEqual("", await scene.AskAsync(campaign, ("phone_1", "602 234 9876"), ("state", "CA")));
        Assert.Contains("phone.active=true", await scene.AskAsync(campaign, ("phone_1", "602 234 9876"), ("state", "AZ")), StringComparison.Ordinal);
        Assert.HasCount(1, scene.Provider.Calls);
    }

    [TestMethod]
    [DataRow("", "")]
    [DataRow(""", "ifMissing": "skip" """, "")]
    [DataRow(""", "ifMissing": "fail" """, "phone.failed=true")]
    [DataRow(""", "ifMissing": { "active": false } """, "phone.active=false")]
    public async Task A_lead_without_a_needed_field_is_not_asked_about(string more, string found)
    {
        await using var scene = await LookupScene.StartAsync();
        Assert.AreEqual(found, await scene.AskAsync(LookupScene.Load(scene.PhoneLookup(more)), ("email", "ann@example.com")));
        Assert.HasCount(0, scene.Provider.Calls);
    }

    [TestMethod]
    [DataRow("X-Api-Key", """{ "secret": "LEADFILTER_SECRET_PHONE" }""", "demo-phone-key")]
    [DataRow("Authorization", """{ "secret": "LEADFILTER_SECRET_PHONE", "prefix": "Bearer " }""", "Bearer demo-phone-key")]
    [DataRow("Authorization", """{ "secret": "LEADFILTER_SECRET_PHONE", "basic": "API" }""", "Basic QVBJOmRlbW8tcGhvbmUta2V5")]
    [DataRow("Accept", "\"application/vnd.api+json\"", "application/vnd.api+json")]
    [DataRow("X-Version", "\"2026-01\"", "2026-01")]
    public async Task Headers_are_sent(string name, string value, string sent)
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Mobile);
        await scene.AskAsync(scene.PhoneLookup($$""", "headers": { "{{name}}": {{value}} }"""));
        var call = scene.Provider.Calls.Single();
        Assert.AreEqual(sent, call.Header(name));
        Assert.AreEqual("", call.Header("Cookie") + call.Header("traceparent"));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("a\r\nX-Evil: 1")]
    [DataRow("clé")]
    public async Task A_secret_that_is_missing_or_cannot_be_sent_is_a_failure(string? secret)
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Settings["LEADFILTER_SECRET_PHONE"] = secret;
        Assert.AreEqual("phone.failed=true", await scene.AskAsync(scene.PhoneLookup(""", "headers": { "X-Api-Key": { "secret": "LEADFILTER_SECRET_PHONE" } }""")));
        Assert.AreEqual("phone secret_missing", scene.Results.Single());
        Assert.HasCount(0, scene.Provider.Calls);
    }
}
