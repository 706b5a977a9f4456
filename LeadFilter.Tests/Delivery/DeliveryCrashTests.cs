using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Delivery;

/// <summary>G2: an acknowledged lead reaches the CRM, whatever dies in between.</summary>
[TestClass]
public sealed class DeliveryCrashTests
{
    private static readonly LeadMessage Lead = DeliveryScene.NewLead(("first_name", "Ann"));
    private static readonly QueueMessage Message = LeadEnvelope.Wrap(Lead);

    [TestMethod]
    public async Task G2_Crash_between_send_and_record_sends_again_with_the_same_key()
    {
        await using var scene = await DeliveryScene.StartAsync();
        var table = scene.Tables[TableNames.Ledger];
        table.Fault = call => call is { Operation: nameof(ITable.TryInsertAsync), TookEffect: false }
            ? throw new CrashException()
            : default;
        await Assert.ThrowsExactlyAsync<CrashException>(() => scene.HandleAsync(Message));

        table.Fault = null;
        Assert.AreEqual(Settlement.Complete, await scene.HandleAsync(Message));

        Assert.AreEqual(1, scene.Crm.Taken[Lead.Id.ToString()]);
        Assert.AreEqual(409, (await scene.DeliveryOfAsync(Lead.Id))?.Status);
    }

    [TestMethod]
    public async Task G2_Crash_between_record_and_completion_changes_nothing()
    {
        await using var scene = await DeliveryScene.StartAsync();
        var table = scene.Tables[TableNames.Ledger];
        table.Fault = call => call is { Operation: nameof(ITable.TryInsertAsync), TookEffect: true }
            ? throw new CrashException()
            : default;
        await Assert.ThrowsExactlyAsync<CrashException>(() => scene.HandleAsync(Message));

        table.Fault = null;
        Assert.AreEqual(Settlement.Complete, await scene.HandleAsync(Message));

        Assert.AreEqual(1, scene.Crm.Calls.Count);
    }

    [TestMethod]
    public async Task G2_Crash_between_scheduling_and_completion_leaves_one_copy()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(500), CrmSteps.Answer(500));
        await scene.Queue.SendAsync(Message, CancellationToken.None);

        var received = scene.Queue.Receive(QueueNames.Leads)!;
        await scene.HandleAsync(received);
        scene.Queue.Abandon(received);
        received = scene.Queue.Receive(QueueNames.Leads)!;
        await scene.HandleAsync(received);
        scene.Queue.Complete(received);

        Assert.AreEqual($"{Lead.Id}/attempt-2", scene.Queue.Messages.Single().MessageId);
        await scene.DrainAsync();
        Assert.AreEqual((3, 0), (scene.Crm.Calls.Count, scene.Crm.Taken[Lead.Id.ToString()]));
    }

    // Dies at the first, second, third ... step of any port, before or after it took effect, until a run has no such step.
    [TestMethod]
    public async Task G2_Crash_at_any_step_loses_nothing()
    {
        var crashes = 0;
        for (var step = 1; await SurvivesCrashAtAsync(step); step++)
        {
            crashes = step;
        }

        // Six attempts: each finds, then sends a copy and keeps the attempt or, at last, inserts entry and index; before and after.
        Assert.AreEqual(36, crashes);
    }

    [TestMethod]
    public async Task G2_Store_failure_at_any_step_loses_nothing()
    {
        // Three attempts: each finds, the last inserts, before and after.
        for (var failing = 1; failing <= 8; failing++)
        {
            await using var scene = await DeliveryScene.StartAsync();
            scene.Crm.Then(CrmSteps.Reset, CrmSteps.TakeThenAnswer(500));
            var left = failing;
            scene.Tables.Fault = _ => --left == 0 ? throw new StoreUnavailableException("table") : default;
            await scene.Queue.SendAsync(Message, CancellationToken.None);

            await scene.DrainAsync();

            Assert.IsTrue(left <= 0);
            await AssertDeliveredOnceAsync(scene, Lead.Id);
        }
    }

    private static async Task<bool> SurvivesCrashAtAsync(int step)
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(
            CrmSteps.Answer(500),
            CrmSteps.AnswerWith(429, "Retry-After", "30"),
            CrmSteps.Reset,
            CrmSteps.TakeThenReset,
            CrmSteps.TakeThenAnswer(500));
        await scene.Queue.SendAsync(Message, CancellationToken.None);
        var left = step;
        scene.Tables.Fault = scene.Queue.Fault = _ => --left == 0 ? throw new CrashException() : default;

        await scene.DrainAsync();

        var hasCrashed = left <= 0;
        await AssertDeliveredOnceAsync(scene, Lead.Id);
        return hasCrashed;
    }

    private static async Task AssertDeliveredOnceAsync(DeliveryScene scene, LeadId lead)
    {
        scene.Tables.Fault = scene.Queue.Fault = null;
        Assert.AreEqual(1, scene.Crm.Taken.Count);
        Assert.IsTrue(scene.Crm.Taken.ContainsKey(lead.ToString()));
        Assert.IsNotNull(await scene.DeliveryOfAsync(lead));
        Assert.AreEqual(1, scene.Entries.Count);
        Assert.AreEqual(0, (await scene.DeadLettersAsync()).Count);
    }
}
