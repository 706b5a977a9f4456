using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class LeadEnvelopeTests
{
    [TestMethod]
    public void First_message_has_the_leads_id()
    {
        var lead = DeliveryScene.NewLead();

        var message = LeadEnvelope.Wrap(lead);

        Assert.AreEqual(
            ("leads", "lead", lead.Id.ToString(), null),
            (message.Queue, message.Subject, message.MessageId, message.NotBefore));
        CollectionAssert.AreEquivalent(
            new Dictionary<string, string> { ["campaign"] = "solar", ["vendor"] = "acme", ["attempt"] = "1", ["tries"] = "0", ["due"] = lead.ReceivedAt.UtcDateTime.ToString("O") },
            message.Properties.ToDictionary());
    }

    [TestMethod]
    public void Copy_has_an_id_of_its_own_and_the_same_body()
    {
        var lead = DeliveryScene.NewLead(("first_name", "Ann"));
        var message = LeadEnvelope.Wrap(lead);

        var copy = LeadEnvelope.Copy(message, lead, 2, 1, DeliveryScene.Start, "crm_error");

        Assert.AreEqual(($"{lead.Id}/attempt-2", "2", DeliveryScene.Start), (copy.MessageId, copy.Properties["attempt"], copy.NotBefore));
        Assert.AreEqual((lead.Id, "solar", "crm_error"), (LeadEnvelope.LeadOf(copy), LeadEnvelope.CampaignOf(copy), AttemptMarks.ReasonOf(copy)));
        CollectionAssert.AreEqual(message.Body.ToArray(), copy.Body.ToArray());
    }

    [TestMethod]
    [DataRow("0193", null, 1)]
    [DataRow("0193", "3", 3)]
    [DataRow("0193/attempt-4", null, 4)]
    [DataRow("0193/attempt-4", "1", 4)]
    [DataRow("another", "7", 7)]
    [DataRow("0193/attempt-x", "-2", 1)]
    [DataRow("0193/attempt-99999999999", "0", 1)]
    public void Attempt_is_known_by_the_id_or_the_property(string messageId, string? property, int attempt)
    {
        var message = new QueueMessage
        {
            Queue = QueueNames.Leads,
            MessageId = messageId,
            Subject = "lead",
            Body = default,
            Properties = property is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["attempt"] = property },
        };

        Assert.AreEqual(attempt, AttemptMarks.AttemptOf(message));
    }
}
