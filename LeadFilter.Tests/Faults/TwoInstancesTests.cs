using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// Two instances on one store take leads and deliver them, vendors send to both and send again to the other one, and one of
/// them is killed in the middle and started again. <c>LEADFILTER_FAULT_ROUNDS</c> sets how often: once for each five.
/// </summary>
[TestClass]
[TestCategory("Faults")]
public sealed class TwoInstancesTests
{
    private const int LeadsUnderCapEachRound = 120;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Two_instances_of_which_one_is_killed_lose_double_and_wrongly_charge_nothing()
    {
        var random = FaultSettings.Random(TestContext);
        var rounds = Math.Max(1, FaultSettings.Rounds / 5);
        await using var market = await Market.OpenAsync(random, LeadsUnderCapEachRound * rounds);
        var anchor = TimeProvider.System.GetUtcNow();
        var instances = new[] { await ServeProcess.StartSharingAsync(market.Folders, anchor), await ServeProcess.StartSharingAsync(market.Folders, anchor) };
        try
        {
            for (var round = 0; round < rounds; round++)
            {
                var victim = random.Next(2);
                await SendAcrossKillAsync(market, instances, victim, random.Next(20, 200));
                await instances[victim].DisposeAsync();
                instances[victim] = await ServeProcess.StartSharingAsync(market.Folders, anchor);
            }

            await market.DeliveredAsync();
            market.Look().AssertRight("before the vendors sent again");
            await market.FillCapAsync(instances[0].Visitor);
            await market.SettleAsync(instances[0].Visitor, instances[1].Visitor);
            TestContext.WriteLine($"{rounds} kills: {market.Look()}");
            market.Look().AssertRight();
        }
        finally
        {
            foreach (var instance in instances)
            {
                await instance.DisposeAsync();
            }
        }
    }

    /// <summary>Sends to both, kills one after a number of answers, and goes on with the other for as many more.</summary>
    private static async Task SendAcrossKillAsync(Market market, ServeProcess[] instances, int victim, int answers)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        var sending = market.SendAsync(connection => instances[connection / market.Vendors.Count % 2].Visitor, () =>
        {
            var now = Interlocked.Increment(ref count);
            if (now == answers)
            {
                enough.SetResult();
            }

            return now < 2 * answers;
        });
        await enough.Task;
        await instances[victim].KillAsync();
        await sending;
    }
}
