using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Delivery;

/// <summary>Where the store can, what a delivery leaves behind is made durable with the settlement of its message.</summary>
[TestClass]
public sealed class SettledTogetherTests
{
    private static readonly QueueMessage Message = LeadEnvelope.Wrap(DeliveryScene.NewLead(("email", "ann@example.com")));

    [TestMethod]
    public async Task A_delivery_is_recorded_with_the_completion()
    {
        await using var scene = await DeliveryScene.StartAsync(atOnce: true);

        var settlement = await scene.HandleAsync(Message);

        Assert.IsTrue(settlement.IsComplete);
        var change = settlement.Changes[0];
        Assert.AreEqual((TableNames.Ledger, Message.MessageId, false), (change.Target, change.Row!.RowKey, change.Replaces));
        Assert.IsEmpty(scene.Tables[TableNames.Ledger].Rows);
    }

    [TestMethod]
    public async Task A_copy_for_later_is_sent_with_the_completion()
    {
        await using var scene = await DeliveryScene.StartAsync(atOnce: true);
        scene.HasCampaign = false;

        var settlement = await scene.HandleAsync(Message);

        Assert.IsTrue(settlement.IsComplete);
        Assert.AreEqual($"{Message.MessageId}/attempt-2", settlement.Changes[0].Message!.MessageId);
        Assert.IsEmpty(scene.Queue.Messages);
    }

    [TestMethod]
    public async Task A_delivery_that_is_recorded_already_leaves_nothing_to_record()
    {
        await using var scene = await DeliveryScene.StartAsync(atOnce: true);
        var first = await scene.HandleAsync(Message);
        await scene.Tables[TableNames.Ledger].TryInsertAsync(first.Changes[0].Row!, CancellationToken.None);

        var second = await scene.HandleAsync(Message);

        Assert.AreEqual((true, 0, 1), (second.IsComplete, second.Changes.Count, scene.Crm.Calls.Count));
    }
}
