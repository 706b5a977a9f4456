using System.Text;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Delivery;

/// <summary>G9: no personal data in logs, errors, dead letters and records of deliveries.</summary>
[TestClass]
public sealed class DeliveryPrivacyTests
{
    private const string Mark = "Qzxjmark";

    [TestMethod]
    public async Task G9_Nothing_of_a_lead_or_of_a_crms_answer_is_logged()
    {
        await using var scene = await DeliveryScene.StartAsync(new() { Retries = 0, BreakAtCalls = 3, BreakAtFailures = 0.01 });
        scene.Settings["LEADFILTER_SECRET_CRM"] = Mark;
        scene.Plan = new($"{scene.Crm.Address}?token={Mark}", "LEADFILTER_SECRET_CRM", null);
        var echo = $$"""{"id":"{{Mark}}@example.com","error":"{{Mark}}"}""";
        scene.Crm.Then(
            CrmSteps.Answer(200, echo),
            CrmSteps.Answer(422, echo),
            CrmSteps.Answer(500, echo),
            CrmSteps.AnswerWith(307, "Location", $"http://{Mark}.example/"),
            CrmSteps.AnswerWith(429, "Retry-After", Mark),
            CrmSteps.ResetMidway,
            CrmSteps.Answer(503, echo));

        var settlements = new List<Settlement>();
        for (var lead = (byte)0; lead < 9; lead++)
        {
            settlements.Add(await scene.HandleAsync(LeadEnvelope.Wrap(NewLead(lead))));
        }

        settlements.Add(await scene.HandleAsync(LeadEnvelope.Wrap(NewLead(0))));
        settlements.Add(await scene.HandleAsync(LeadEnvelope.Wrap(NewLead(0)) with { Body = Encoding.UTF8.GetBytes(Mark) }));
        scene.HasCampaign = false;
        settlements.Add(await scene.HandleAsync(LeadEnvelope.Wrap(NewLead(20))));
        scene.Tables.Fault = _ => throw new StoreUnavailableException("The table did not answer.");
        settlements.Add(await scene.HandleAsync(LeadEnvelope.Wrap(NewLead(21))));

        // Every kind of event, so that the search below has all to look at.
        CollectionAssert.AreEqual(
            new[] { "4001", "4002", "4003", "4004", "4005", "4006", "4007", "4009" },
            scene.Logs.Lines.Select(line => line[..4]).Distinct().Order(StringComparer.Ordinal).ToArray());
        AssertClean(scene.Logs.Lines);
        AssertClean(settlements.Select(settlement => settlement.ToString()));
        AssertClean(scene.Queue.Messages.SelectMany(
            message => message.Properties.Values.Append(message.MessageId).Append(message.Subject)));
        AssertClean(scene.Tables[TableNames.Ledger].Rows.SelectMany(row => row.Properties).Select(property => $"{property.Value}"));
        Assert.IsTrue(scene.Crm.Calls.All(call => Encoding.UTF8.GetString(call.Body).Contains(Mark, StringComparison.Ordinal)));
    }

    private static LeadMessage NewLead(byte number) => DeliveryScene.NewLead(
        ("first_name", Mark), ("email", $"{Mark}@example.com"), ("monthly_bill", Mark), (Mark, Mark)) with
    {
        Id = Core.Leads.LeadId.Create(DeliveryScene.Start, [number, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    };

    private static void AssertClean(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Assert.DoesNotContain(Mark, text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
