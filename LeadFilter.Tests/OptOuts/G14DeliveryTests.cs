using System.Text.Json;
using LeadFilter.Core.OptOuts;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Delivery;

namespace LeadFilter.Tests.OptOuts;

/// <summary>From its acknowledgement on, nothing of an opted-out person is delivered unmarked.</summary>
[TestClass]
public sealed class G14DeliveryTests
{
    private static readonly LeadMessage Lead =
        DeliveryScene.NewLead(("first_name", "Ann"), ("email", "A.nn+x@gmail.com"), ("phone_2", "415-234-1234"));

    [TestMethod]
    [DataRow("""{ "email": "ann@gmail.com" }""", """["call","text","email"]""")]
    [DataRow("""{ "phone": "+1 415 234 1234", "channels": "text,call" }""", """["call","text"]""")]
    public async Task G14_A_lead_whose_person_opted_out_after_the_purchase_is_marked(string told, string marks)
    {
        await using var scene = await StartAsync(UndeliveredLead.Mark);
        await TellAsync(scene, told);
        Assert.AreEqual(Settlement.Complete, await scene.HandleAsync(LeadEnvelope.Wrap(Lead)));
        Assert.AreEqual(marks, MarksOf(scene.Crm.Calls.Single()));
    }

    [TestMethod]
    public async Task A_lead_of_anybody_else_is_not_marked()
    {
        await using var scene = await StartAsync(UndeliveredLead.Mark);
        await TellAsync(scene, """{ "email": "ben@gmail.com" }""");
        await scene.HandleAsync(LeadEnvelope.Wrap(Lead));
        Assert.IsNull(MarksOf(scene.Crm.Calls.Single()));
    }

    [TestMethod]
    public async Task G14_A_campaign_may_stop_such_leads_for_good()
    {
        await using var scene = await StartAsync(UndeliveredLead.Stop);
        await TellAsync(scene, """{ "email": "ann@gmail.com" }""");
        var settlement = await scene.HandleAsync(LeadEnvelope.Wrap(Lead));
        Assert.AreEqual((false, "opted_out"), (settlement.IsComplete, settlement.Reason));
        Assert.IsEmpty(scene.Crm.Calls);
        Assert.IsEmpty(scene.Queue.Messages);
    }

    [TestMethod]
    [DataRow(UndeliveredLead.Mark)]
    [DataRow(UndeliveredLead.Stop)]
    public async Task G14_An_opt_out_between_two_attempts_holds_for_the_second(UndeliveredLead undelivered)
    {
        await using var scene = await StartAsync(undelivered);
        scene.Crm.Then(CrmSteps.Answer(500));
        await scene.HandleAsync(LeadEnvelope.Wrap(Lead));
        Assert.IsNull(MarksOf(scene.Crm.Calls.Single()));
        await TellAsync(scene, """{ "email": "ann@gmail.com", "channels": "call" }""");

        var copy = scene.Queue.Messages.Single();
        scene.Clock.Advance(copy.NotBefore!.Value - scene.Clock.GetUtcNow());
        var settlement = await scene.HandleAsync(copy);

        Assert.AreEqual(undelivered == UndeliveredLead.Mark, settlement.IsComplete);
        Assert.AreEqual(
            undelivered == UndeliveredLead.Mark ? """["call"]""" : null,
            scene.Crm.Calls.Count == 2 ? MarksOf(scene.Crm.Calls[1]) : null);
    }

    [TestMethod]
    public async Task G14_While_nobody_can_say_who_has_opted_out_a_lead_waits()
    {
        await using var scene = await StartAsync(UndeliveredLead.Mark);
        await TellAsync(scene, """{ "email": "ann@gmail.com" }""");
        scene.Tables[TableNames.Suppressions].Fault = static _ => throw new StoreUnavailableException("A fault of the test.");
        Assert.AreEqual(Settlement.Complete, await scene.HandleAsync(LeadEnvelope.Wrap(Lead)));
        Assert.IsEmpty(scene.Crm.Calls);

        scene.Tables[TableNames.Suppressions].Fault = null;
        await scene.DrainAsync();
        Assert.IsNotNull(MarksOf(scene.Crm.Calls.Single()));
    }

    [TestMethod]
    public async Task G14_An_opt_out_that_any_failed_call_left_half_is_complete_after_it_is_told_again()
    {
        for (var step = 1; ; step++)
        {
            await using var scene = await StartAsync(UndeliveredLead.Mark);
            var calls = 0;
            scene.Tables.Fault = _ => Interlocked.Increment(ref calls) == step
                ? throw new StoreUnavailableException("A fault of the test.")
                : ValueTask.CompletedTask;
            try
            {
                await TellAsync(scene, """{ "email": "ann@gmail.com", "phone": "415-234-1234" }""");
            }
            catch (StoreUnavailableException)
            {
                await TellAsync(scene, """{ "email": "ann@gmail.com", "phone": "415-234-1234" }""");
            }

            scene.Tables.Fault = null;
            await scene.HandleAsync(LeadEnvelope.Wrap(Lead));
            Assert.IsNotNull(MarksOf(scene.Crm.Calls.Single()), $"step {step}");
            if (calls < step)
            {
                Assert.IsGreaterThan(6, step);
                return;
            }
        }
    }

    private static async Task<DeliveryScene> StartAsync(UndeliveredLead undelivered)
    {
        var campaign = TestCampaign.Loaded();
        var scene = await DeliveryScene.StartAsync();
        scene.Layout = campaign.Layout;
        scene.OptOutPlan = campaign.OptOuts with { Undelivered = undelivered };
        return scene;
    }

    private static async Task TellAsync(DeliveryScene scene, string told) =>
        await scene.OptOuts.HandleAsync([new OptOutDesk(scene.Tables, scene.Clock).Read(told)], isTrying: false, CancellationToken.None);

    private static string? MarksOf(CrmCall call) =>
        JsonDocument.Parse(call.Body).RootElement.TryGetProperty("do_not_contact", out var marks) ? marks.GetRawText() : null;
}
