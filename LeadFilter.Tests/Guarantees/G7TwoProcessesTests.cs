using System.Diagnostics;
using System.Globalization;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Cli;
using LeadFilter.Tests.Processes;

namespace LeadFilter.Tests.Guarantees;

/// <summary>
/// G7 on SQLite: two processes on one file, with 32 threads each. The full size, 10,000 leads against a limit of 777, is run
/// with <c>LEADFILTER_CAP_LEADS=10000</c>; the default is a tenth of it.
/// </summary>
[TestClass]
public sealed class G7TwoProcessesTests
{
    private const int ThreadsOfEach = 32;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task G7_Exactly_the_limit_is_bought_by_64_threads_and_two_processes()
    {
        var leads = int.TryParse(Environment.GetEnvironmentVariable("LEADFILTER_CAP_LEADS"), CultureInfo.InvariantCulture, out var set) ? set : 1000;
        var limit = Math.Max(1, leads * 777 / 10_000);
        using var folder = new TemporaryFolder();
        await using var store = SqliteStore.Open(folder.Path, TimeProvider.System);

        var started = Stopwatch.GetTimestamp();
        var told = await Task.WhenAll(RunAsync(folder.Path, limit, 0, leads / 2), RunAsync(folder.Path, limit, leads / 2, leads - (leads / 2)));
        TestContext.WriteLine(
            $"{leads} leads in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; bought by the one {told[0].Bought}, by the other {told[1].Bought}");

        Assert.AreEqual((limit, leads - limit), (told.Sum(one => one.Bought), told.Sum(one => one.Full)));
        Assert.AreEqual(limit, await QueuedAsync(store));
        foreach (var use in await UsesAsync(store, limit))
        {
            Assert.AreEqual(use.Limit.Amount, use.Taken);
        }
    }

    // What the killed process had taken for leads that were never sent again stays taken.
    [TestMethod]
    public async Task G7_A_killed_process_leaves_no_cap_and_no_budget_exceeded()
    {
        const int Limit = 60;
        using var folder = new TemporaryFolder();
        await using var store = SqliteStore.Open(folder.Path, TimeProvider.System);
        using (var process = Process.Start(ProgramStart.OfTests(CapBuyer.Word, folder.Path, $"{Limit}", "0", "100000", $"{ThreadsOfEach}"))!)
        {
            while (!process.HasExited && (await UsesAsync(store, Limit))[0].Taken is 0)
            {
                await Task.Yield();
            }

            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.CancellationToken);
        }

        await RunAsync(folder.Path, Limit, 100_000, 3 * Limit);

        var uses = await UsesAsync(store, Limit);
        Assert.AreEqual(Limit, uses[0].Taken);
        Assert.IsLessThanOrEqualTo(uses[1].Limit.Amount, uses[1].Taken);
        Assert.IsTrue(await QueuedAsync(store) is > 0 and <= Limit);
    }

    private async Task<List<CapUse>> UsesAsync(SqliteStore store, int limit) =>
        await new CapReport(new(store.Tables)).ReadAsync(CapBuyer.CampaignOf(limit), CapBuyer.ReceivedAt, TestContext.CancellationToken)
            .ToListAsync(TestContext.CancellationToken);

    private static async Task<int> QueuedAsync(SqliteStore store)
    {
        var queued = 0;
        while (await store.Queue.TryReceiveAsync(QueueNames.Leads, 100, TimeSpan.FromMinutes(5)) is { Count: > 0 } some)
        {
            queued += some.Count;
        }

        return queued;
    }

    private async Task<(int Bought, int Full)> RunAsync(string folder, int limit, int first, int count)
    {
        var start = ProgramStart.OfTests(CapBuyer.Word, folder, $"{limit}", $"{first}", $"{count}", $"{ThreadsOfEach}");
        using var process = Process.Start(start)!;
        var cancellation = TestContext.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation).WaitAsync(TimeSpan.FromMinutes(10), cancellation);
        Assert.AreEqual(0, process.ExitCode, await error);
        var numbers = (await output).Trim().Split(' ').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return (numbers[0], numbers[1]);
    }
}
