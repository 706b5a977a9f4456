using LeadFilter.Cli.Serving;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>A filter that is told to stop while many requests are in flight answers each of them, or never begins it.</summary>
[TestClass]
[TestCategory("Faults")]
public sealed class ShutdownUnderLoadTests
{
    private const int MaxAnswers = 300;
    private const int LeadsUnderCapEachRound = 100;

    /// <summary>What the system takes to end a process, on a busy machine.</summary>
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(5);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Stopped_under_load_it_answers_all_that_it_has_begun_ends_in_time_and_loses_nothing()
    {
        var random = FaultSettings.Random(TestContext);
        var rounds = Math.Max(1, FaultSettings.Rounds / 5);
        await using var market = await Market.OpenAsync(random, LeadsUnderCapEachRound * rounds);
        var longest = TimeSpan.Zero;
        for (var round = 0; round < rounds; round++)
        {
            await using var serve = await ServeProcess.StartAsync(market.Folders);
            var took = await SendUntilStoppedAsync(market, serve, random.Next(1, MaxAnswers));
            longest = took > longest ? took : longest;
            AssertNothingUnanswered(market.Look());
        }

        await using var next = await ServeProcess.StartAsync(market.Folders);
        await market.DeliveredAsync();
        market.Look().AssertRight("before the vendors sent again");
        await market.FillCapAsync(next.Visitor);
        await market.SettleAsync(next.Visitor);
        var history = market.Look();
        TestContext.WriteLine($"{rounds} stops, of at most {longest.TotalSeconds:0.0} s: {history}");
        history.AssertRight();
    }

    private static async Task<TimeSpan> SendUntilStoppedAsync(Market market, ServeProcess serve, int answers)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        var sending = market.SendAsync(_ => serve.Visitor, () =>
        {
            if (Interlocked.Increment(ref count) == answers)
            {
                enough.SetResult();
            }

            return true;
        });
        await enough.Task;
        var told = TimeProvider.System.GetTimestamp();
        Assert.AreEqual(0, await serve.TerminateAsync(), serve.Console);
        var took = TimeProvider.System.GetElapsedTime(told);
        Assert.IsLessThan(FilterApplication.Patience + Ending, took);
        Assert.DoesNotContain("StoreUnavailable", serve.Console, StringComparison.Ordinal);
        await sending;
        return took;
    }

    /// <summary>What got no answer was never begun: every lead in the log, the queue and the CRM was told to its vendor.</summary>
    private static void AssertNothingUnanswered(History history)
    {
        var told = history.Told.Select(answer => answer.Lead).OfType<string>().ToHashSet();
        Assert.IsEmpty(history.Logged.Keys.Except(told), "in the log, and its vendor got no answer");
        Assert.IsEmpty(history.Queued.Except(told), "in the queue, and its vendor got no answer");
        Assert.IsEmpty(history.Taken.Select(call => call.Lead).Except(told), "in the CRM, and its vendor got no answer");
    }
}
