using LeadFilter.Pipeline.Delivery;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Delivery;

/// <summary>What a CRM's answer of status 2xx must say for the lead to count as delivered.</summary>
[TestClass]
public sealed class AcceptedAnswerTests
{
    private const string Success = """{ "facts": { "success": { "path": "$.success", "type": "boolean" } }, "when": { "field": "answer.success", "is": "true" } }""";

    [TestMethod]
    [DataRow("""{"success":true,"id":"7"}""", DeliveryVerdict.Done)]
    [DataRow("""{"success":"yes"}""", DeliveryVerdict.Done)]
    [DataRow("\uFEFF{\"success\":true}", DeliveryVerdict.Done)]
    [DataRow("""{"success":false,"errors":[{"code":"REQUIRED_FIELD_MISSING"}]}""", DeliveryVerdict.Refused)]
    [DataRow("""{"success":"no idea"}""", DeliveryVerdict.Refused)]
    [DataRow("""{"success":{}}""", DeliveryVerdict.Refused)]
    [DataRow("""{"id":"7"}""", DeliveryVerdict.Refused)]
    [DataRow("<html>true</html>", DeliveryVerdict.Refused)]
    [DataRow("", DeliveryVerdict.Refused)]
    public async Task An_answer_takes_the_lead_only_if_the_condition_holds(string body, DeliveryVerdict verdict)
    {
        var result = await DeliverAsync(Success, 200, body);
        Assert.AreEqual((verdict, verdict == DeliveryVerdict.Done ? "" : "crm_not_accepted"), (result.Verdict, result.Reason));
    }

    [TestMethod]
    public async Task The_CRMs_id_of_a_lead_that_it_took_is_kept() => Assert.AreEqual("7", (await DeliverAsync(Success, 200, """{"success":true,"id":"7"}""")).CrmId);

    [TestMethod]
    [DataRow(409, DeliveryVerdict.Done)]
    [DataRow(422, DeliveryVerdict.Refused)]
    [DataRow(503, DeliveryVerdict.Later)]
    public async Task Other_statuses_mean_what_they_always_mean(int status, DeliveryVerdict verdict) =>
        Assert.AreEqual(verdict, (await DeliverAsync(Success, status, """{"success":false}""")).Verdict);

    [TestMethod]
    public async Task A_campaign_may_have_such_a_lead_tried_again()
    {
        var result = await DeliverAsync(Success.Insert(1, """ "otherwise": "retry", """), 200, """{"success":false}""");
        Assert.AreEqual((DeliveryVerdict.Later, "crm_not_accepted"), (result.Verdict, result.Reason));
    }

    [TestMethod]
    public async Task A_lead_that_is_not_taken_becomes_a_dead_letter_and_is_not_recorded_as_delivered()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Plan = Plan(Success, scene);
        scene.Crm.Then(CrmSteps.Answer(200, """{"success":false}"""));
        var lead = DeliveryScene.NewLead();
        await scene.Queue.SendAsync(LeadEnvelope.Wrap(lead), CancellationToken.None);
        await scene.DrainAsync();
        Assert.AreEqual("crm_not_accepted", (await scene.DeadLettersAsync()).Single().Reason);
        Assert.IsNull(await scene.DeliveryOfAsync(lead.Id));
    }

    [TestMethod]
    public async Task A_lead_that_is_tried_again_is_delivered_when_the_CRM_takes_it()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Plan = Plan(Success.Insert(1, """ "otherwise": "retry", """), scene);
        scene.Crm.Then(CrmSteps.Answer(200, """{"success":false}"""));
        scene.Crm.Then(CrmSteps.Answer(200, """{"success":true}"""));
        var lead = DeliveryScene.NewLead();
        await scene.Queue.SendAsync(LeadEnvelope.Wrap(lead), CancellationToken.None);
        await scene.DrainAsync();
        Assert.AreEqual(2, (await scene.DeliveryOfAsync(lead.Id))!.Attempts);
    }

    [TestMethod]
    [DataRow("OK 17", DeliveryVerdict.Done)]
    [DataRow("ERROR no phone", DeliveryVerdict.Refused)]
    public async Task The_text_of_an_answer_that_is_not_JSON_is_the_fact_at_the_root(string body, DeliveryVerdict verdict)
    {
        const string Text = """{ "facts": { "text": "$" }, "when": { "field": "answer.text", "op": "starts with", "value": "ok" } }""";
        Assert.AreEqual(verdict, (await DeliverAsync(Text, 200, body)).Verdict);
    }

    [TestMethod]
    [DataRow(201, DeliveryVerdict.Done)]
    [DataRow(200, DeliveryVerdict.Refused)]
    public async Task The_status_may_be_a_fact(int status, DeliveryVerdict verdict)
    {
        const string Created = """{ "facts": { "created": { "status": [201] } }, "when": { "field": "answer.created", "is": "true" } }""";
        Assert.AreEqual(verdict, (await DeliverAsync(Created, status, "")).Verdict);
    }

    [TestMethod]
    public async Task Whether_there_is_anything_may_be_a_fact()
    {
        const string NoErrors = """{ "facts": { "errors": { "exists": "$.errors[0]" } }, "when": { "field": "answer.errors", "is": "false" } }""";
        Assert.AreEqual(DeliveryVerdict.Done, (await DeliverAsync(NoErrors, 200, """{"errors":[]}""")).Verdict);
        Assert.AreEqual(DeliveryVerdict.Refused, (await DeliverAsync(NoErrors, 200, """{"errors":["x"]}""")).Verdict);
    }

    [TestMethod]
    public async Task Nothing_that_the_CRM_said_is_told()
    {
        var result = await DeliverAsync(Success, 200, """{"success":false,"error":"ann@example.com is known"}""");
        Assert.AreEqual("The CRM answered with status 200, but not as the campaign's delivery.accepted asks: look for the lead's id in the CRM's log.", result.Description);
    }

    [TestMethod]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Plan = Plan(Success, scene);
        scene.Crm.Then(CrmSteps.Huge);
        Assert.AreEqual("crm_not_accepted", (await scene.DeliverAsync(DeliveryScene.NewLead())).Reason);
    }

    [TestMethod]
    [DataRow("""{ "when": { "field": "answer.success", "is": "true" } }""", "'facts' is missing")]
    [DataRow("""{ "facts": { "success": { "path": "$.success", "type": "boolean" } } }""", "'when' is missing")]
    [DataRow("""{ "facts": { "success": { "path": "$.success", "type": "boolean" } }, "when": { "field": "email", "is": "valid" } }""", "there is no field 'email'")]
    [DataRow("""{ "facts": { "ok": { "path": "$.ok", "required": true } }, "when": { "field": "answer.ok", "is": "valid" } }""", "unknown key 'required'")]
    [DataRow("""{ "facts": { "ok": "$.ok" }, "when": { "field": "answer.ok", "is": "valid" }, "otherwise": "drop" }""", "'drop' is not known here")]
    public void Mistakes_are_named(string accepted, string mistake) =>
        Assert.Contains(mistake, CampaignText.Mistakes(Campaign(accepted)), StringComparison.Ordinal);

    private static async Task<DeliveryResult> DeliverAsync(string accepted, int status, string body)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Plan = Plan(accepted, scene);
        scene.Crm.Then(CrmSteps.Answer(status, body));
        return await scene.DeliverAsync(DeliveryScene.NewLead());
    }

    private static Core.Campaigns.DeliveryPlan Plan(string accepted, DeliveryScene scene) =>
        TestCampaign.Loaded(Campaign(accepted)).Delivery with { Url = scene.Crm.Address.ToString() };

    private static string Campaign(string accepted) =>
        CampaignText.With("delivery", $$"""{ "type": "webhook", "url": "/crm", "accepted": {{accepted}} }""");
}
