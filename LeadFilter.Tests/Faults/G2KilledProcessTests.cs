using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// G2: killing the process at any point loses, doubles and wrongly charges nothing. <c>LEADFILTER_FAULT_ROUNDS</c> sets how
/// often it is killed, <c>LEADFILTER_FAULT_SEED</c> when.
/// </summary>
[TestClass]
[TestCategory("Faults")]
public sealed class G2KilledProcessTests
{
    private const int MaxAnswers = 200;
    private const int LeadsUnderCapEachRound = 50;
    private const int PageOfRejections = 1_000;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task G2_A_filter_that_is_killed_again_and_again_loses_doubles_and_wrongly_charges_nothing()
    {
        var random = FaultSettings.Random(TestContext);
        await using var market = await Market.OpenAsync(random, LeadsUnderCapEachRound * FaultSettings.Rounds);
        for (var round = 0; round < FaultSettings.Rounds; round++)
        {
            // One in eight dies while it starts.
            await using var serve = ServeProcess.Begin(market.Folders);
            if (random.Next(8) == 0)
            {
                await Task.Delay(random.Next(1_000), TestContext.CancellationToken);
                await serve.KillAsync();
            }
            else
            {
                await serve.ServingAsync();
                await SendUntilKilledAsync(market, serve, random.Next(MaxAnswers), TimeSpan.FromMilliseconds(random.Next(30)));
            }
        }

        await using var last = await ServeProcess.StartAsync(market.Folders);
        await market.DeliveredAsync();
        market.Look().AssertRight("before the vendors sent again");

        await market.FillCapAsync(last.Visitor);
        await market.SettleAsync(last.Visitor);
        var history = market.Look();
        TestContext.WriteLine($"{FaultSettings.Rounds} kills: {history}");
        history.AssertRight();
        CollectionAssert.AreEquivalent(
            history.Logged.Values.Where(record => !record.IsAccepted).Select(record => record.Lead).ToList(),
            await RejectionsAsync(last.Visitor),
            "what is rejected, and what the owner reads of it");
    }

    [TestMethod]
    public async Task What_a_killed_process_had_in_hand_is_taken_up_at_once_by_the_next()
    {
        await using var crm = await MoodyCrm.StartAsync((_, _) => Mood.Hang);
        using var own = new FilterFolders(crm.Address);
        VendorAnswer answer;
        await using (var serve = await ServeProcess.StartAsync(own))
        {
            answer = await serve.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
            await crm.CalledAsync();
            await serve.KillAsync();
        }

        crm.Behave((_, _) => Mood.Take);
        await using var next = await ServeProcess.StartAsync(own);
        await Eventually.HoldsAsync(() => Task.FromResult(crm.Taken.Count == 1), "the lead is not delivered");
        Assert.AreEqual(answer.Lead, crm.Taken.Single().Key);
    }

    /// <summary>Kills the filter some time after a number of answers, and ends when every connection is broken.</summary>
    private static async Task SendUntilKilledAsync(Market market, ServeProcess serve, int answers, TimeSpan after)
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
        if (answers > 0)
        {
            await enough.Task;
        }

        await Task.Delay(after, TimeProvider.System, CancellationToken.None);
        await serve.KillAsync();
        await sending;
    }

    private static async Task<List<string>> RejectionsAsync(FilterVisitor visitor)
    {
        var leads = new List<string>();
        string? next = null;
        do
        {
            var page = await visitor.RejectionsAsync($"?limit={PageOfRejections}{(next is null ? "" : $"&after={next}")}");
            leads.AddRange(page.Leads);
            next = page.Next;
        }
        while (next is not null);
        return leads;
    }
}
