using System.Diagnostics;
using System.Globalization;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Cli;
using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Capacity;

/// <summary>
/// How fast 64 requests at once, of two processes, take places: a row for each place, against one row with a counter. For
/// figures, <c>LEADFILTER_CAP_LEADS</c> says how many places.
/// </summary>
[TestClass]
public sealed class CapThroughputTests
{
    private const int AtOnce = 64;
    private const string Setting = "LEADFILTER_CAP_LEADS";

    public TestContext TestContext { get; set; } = null!;

    private static int Leads =>
        int.TryParse(Environment.GetEnvironmentVariable(Setting), CultureInfo.InvariantCulture, out var set) ? set : 100;

    [TestMethod]
    public async Task Places_are_taken_faster_than_one_row_counts_them_on_SQLite()
    {
        if (Environment.GetEnvironmentVariable(Setting) is null)
        {
            Assert.Inconclusive($"Measured where {Setting} is set: on one machine, the difference is small.");
        }

        using var folder = new TemporaryFolder();
        await using var one = SqliteStore.Open(folder.Path, TimeProvider.System);
        await using var two = SqliteStore.Open(folder.Path, TimeProvider.System);
        await CompareAsync("SQLite", one.Tables, two.Tables);
    }

    [TestMethod]
    public async Task Places_are_taken_faster_than_one_row_counts_them_in_a_store_5_milliseconds_away()
    {
        var tables = new FaultyTables
        {
            Fault = async call => await Task.Delay(TimeSpan.FromMilliseconds(call.TookEffect ? 0 : 5), TimeProvider.System, CancellationToken.None),
        };
        await CompareAsync("5 ms away", tables, tables);
    }

    private async Task CompareAsync(string what, ITables one, ITables two)
    {
        var campaign = TestCampaign.Loaded(CapCampaign.With($"[{CapCampaign.Daily(Leads)}]"));
        var ids = new LeadIds(Random.Shared);
        var at = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        var counter = CapCounter.Of(campaign, campaign.Caps[0], at, null);
        CapCounters[] counters = [Counters(one), Counters(two)];
        var places = await TimeAsync(request => counters[request % 2].TryTakeAsync(counter, ids.Next(at), [], TestContext.CancellationToken));

        ITable[] rows = [one[TableNames.Caps], two[TableNames.Caps]];
        await rows[0].TryInsertAsync(new Row("counter", "counter").Set("Taken", 0L), TestContext.CancellationToken);
        var row = await TimeAsync(request => CountAsync(rows[request % 2]));

        TestContext.WriteLine($"{what}: {Leads / places.TotalSeconds:0} places/s, {Leads / row.TotalSeconds:0} counts/s of one row");
        Assert.IsLessThan(row, places);
    }

    private async ValueTask<bool> CountAsync(ITable table)
    {
        while (true)
        {
            var row = await table.FindAsync("counter", "counter", TestContext.CancellationToken);
            if (!row!.TryGet<long>("Taken", out var taken) || taken == Leads)
            {
                return false;
            }

            if (await table.TryReplaceAsync(row.Set("Taken", taken + 1), TestContext.CancellationToken))
            {
                return true;
            }
        }
    }

    private static async Task<TimeSpan> TimeAsync(Func<int, ValueTask<bool>> take)
    {
        var (taken, started) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(request => Task.Run(async () =>
        {
            while (await take(request))
            {
                Interlocked.Increment(ref taken);
            }
        })));
        Assert.AreEqual(Leads, taken);
        return Stopwatch.GetElapsedTime(started);
    }

    private static CapCounters Counters(ITables tables) => new(new(tables), TimeProvider.System, Random.Shared);
}
