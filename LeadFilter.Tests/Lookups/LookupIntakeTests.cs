using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Lookups;

/// <summary>Look-ups on the way of a lead: after the screen, before anything is taken for it.</summary>
[TestClass]
public sealed class LookupIntakeTests
{
    private const string Rules = """
        [ { "id": "stale", "category": "age", "reason": "too_old", "rejectWhen": { "field": "age_seconds", "op": ">", "value": 300 } },
          { "id": "landline", "category": "contact", "reason": "landline", "rejectWhen": { "field": "phone.line_type", "op": "equal", "value": "landline" } } ]
        """;

    private static readonly (string, string)[] Ann = [("email", "ann@example.com"), ("phone_1", "602 234 9876")];

    [TestMethod]
    public async Task Rules_judge_what_was_looked_up_and_it_goes_with_the_lead()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Mobile, ProviderSteps.Json("""{"line":{"type":"Landline"}}"""));
        var intake = Intake(scene);
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("acme", Ann)).Outcome);
        var rejected = await intake.SendAsync("acme", ("email", "bob@example.com"), ("phone_1", "602 234 9877"));
        Assert.AreEqual("landline", rejected.Reasons.Single().Code.ToString());
        var sent = Read(intake.Queue.Messages.Single()).Fields.Where(field => field.Key.StartsWith("phone.", StringComparison.Ordinal));
        Assert.AreEqual("phone.line_type=mobile phone.active=true phone.failed=false", string.Join(' ', sent.Select(field => $"{field.Key}={field.Value}")));
    }

    [TestMethod]
    public async Task A_lead_that_the_screen_rejects_is_not_looked_up()
    {
        await using var scene = await LookupScene.StartAsync();
        var answer = await Intake(scene).SendAsync("acme", [.. Ann, ("created_at", "2026-11-22T10:00:00Z")]);
        Assert.AreEqual("too_old", answer.Reasons.Single().Code.ToString());
        Assert.HasCount(0, scene.Provider.Calls);
    }

    [TestMethod]
    public async Task Nothing_is_paid_for_a_duplicate()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Mobile);
        var intake = Intake(scene);
        await intake.SendAsync("acme", Ann);

        var answer = await intake.SendAsync("acme", ("email", "ann@example.com"), ("phone_1", "602 234 9877"));

        Assert.AreEqual("duplicate", answer.Reasons.Single().Code.ToString());
        Assert.HasCount(1, scene.Provider.Calls);
        Assert.AreEqual("duplicate", (await intake.LoggedAsync()).Single(record => !record.IsAccepted).Findings.Single().Code.ToString());
    }

    [TestMethod]
    public async Task Nothing_is_paid_for_a_lead_that_a_full_cap_rejects()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Mobile);
        var intake = Intake(scene, caps: """[ { "id": "daily", "limit": 1, "per": "day" } ]""");
        await intake.SendAsync("acme", Ann);

        var answer = await intake.SendAsync("acme", ("email", "bob@example.com"), ("phone_1", "602 234 9877"));

        Assert.AreEqual("cap_reached", answer.Reasons.Single().Code.ToString());
        Assert.HasCount(1, scene.Provider.Calls);
    }

    [TestMethod]
    public async Task A_duplicate_that_the_contract_does_not_reject_is_looked_up_and_found_once()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Mobile, ProviderSteps.Mobile);
        var intake = Intake(scene);
        await intake.SendAsync("acme", Ann);

        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("bright", [.. Ann, ("first_name", "Ann")])).Outcome);

        var record = (await intake.LoggedAsync()).Single(record => record.Vendor == TestCampaign.Id("bright"));
        Assert.AreEqual("duplicate", record.Findings.Single().Code.ToString());
    }

    [TestMethod]
    public async Task A_vendor_cannot_send_what_is_looked_up()
    {
        await using var scene = await LookupScene.StartAsync();
        var campaign = LookupScene.Load(scene.PhoneLookup());
        var draft = new Core.Leads.LeadDraft(campaign.Layout);
        Assert.AreEqual(Core.Leads.AddResult.Ignored, draft.Add("phone.active", "true"));
    }

    [TestMethod]
    public async Task Error_decides_nothing_and_takes_nothing()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(CrmSteps.Answer(500), ProviderSteps.Mobile);
        var intake = Intake(scene, """, "onFailure": "error" """);
        var answer = await intake.SendAsync("acme", Ann);
        Assert.AreEqual((Outcome.Error, true, null), (answer.Outcome, answer.RetryAfter > TimeSpan.Zero, answer.Lead));
        Assert.IsEmpty(intake.Enqueued);
        Assert.IsEmpty(await intake.LoggedAsync());

        // Nothing is left behind: another vendor's lead of the person is bought, and so is this one's resend elsewhere.
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("bright", Ann)).Outcome);
    }

    [TestMethod]
    public async Task After_an_error_the_resend_is_decided()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(CrmSteps.Answer(500), ProviderSteps.Mobile);
        var intake = Intake(scene, """, "onFailure": "error" """);
        await intake.SendAsync("acme", Ann);
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("acme", Ann)).Outcome);
        Assert.HasCount(1, intake.Enqueued);
    }

    [TestMethod]
    [DataRow("acme", "Failure")]
    [DataRow("bright", "Success")]
    [DataRow("newcomer", "Success")]
    public async Task Reject_is_a_ground_under_the_vendor_s_contract(string vendor, string outcome)
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(CrmSteps.Answer(500));
        var intake = Intake(scene, """, "onFailure": "reject", "category": "contact", "reason": "phone_unchecked", "text": "The number could not be checked" """);
        var answer = await intake.SendAsync(vendor, Ann);
        Assert.AreEqual(outcome, answer.Outcome.ToString());
        Assert.AreEqual(vendor == "acme" ? "phone_unchecked: The number could not be checked" : "", string.Join(' ', answer.Reasons.Select(reason => $"{reason.Code}: {reason.Text}")));
        Assert.AreEqual("lookup-phone", (await intake.LoggedAsync()).Single().Findings.Single().Rule);
    }

    [TestMethod]
    public async Task Ignore_leaves_the_rules_undecided()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(CrmSteps.Reset);
        Assert.AreEqual(Outcome.Success, (await Intake(scene).SendAsync("acme", Ann)).Outcome);
    }

    [TestMethod]
    public async Task A_resend_after_a_crash_does_not_pay_twice()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Mobile);
        var intake = Intake(scene);
        intake.Queue.Fault = _ => throw new StoreUnavailableException("the queue is down");
        Assert.AreEqual(Outcome.Error, (await intake.SendAsync("acme", Ann)).Outcome);
        intake.Queue.Fault = null;
        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("acme", Ann)).Outcome);
        Assert.HasCount(1, scene.Provider.Calls);
    }

    [TestMethod]
    public async Task A_test_lead_is_looked_up_too()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Json("""{"line":{"type":"landline"}}"""));
        var answer = await Intake(scene).SendAsync("acme", [.. Ann, ("is_test", "true")]);
        Assert.AreEqual("landline", answer.Reasons.Single().Code.ToString());
    }

    private static LeadMessage Read(QueueMessage message) =>
        LeadMessageJson.TryRead(message.Body.Span, out var lead, out var why) ? lead : throw new AssertFailedException(why);

    private static IntakeFixture Intake(LookupScene scene, string more = "", string caps = "[]") => new(
        CampaignText.With(
            ("lookups", scene.PhoneLookup(more)),
            ("rules", Rules),
            ("vendors", """{ "acme": {}, "bright": { "rejects": ["age"] }, "newcomer": { "mode": "trial" } }""")).Insert(2, $"\"caps\": {caps}, "),
        scene.Source);
}
