using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Folders;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Sqlite;

namespace LeadFilter.Tests.Faults.PowerCuts;

/// <summary>
/// After a loss of power a store opens, is sound, holds what was acknowledged and nothing by half. The disk is a model: it
/// keeps what it was told to sync, see <see cref="PowerCut"/>. <c>LEADFILTER_FAULT_ROUNDS</c> sets how often the power goes.
/// </summary>
[TestClass]
[TestCategory("Faults")]
public sealed class PowerCutTests
{
    private const int RoundsOfAStore = 20;
    private const int MaxTries = 50;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task What_was_acknowledged_survives_a_loss_of_power_at_any_moment()
    {
        var random = FaultSettings.Random(TestContext);
        for (var round = 0; round < FaultSettings.Rounds; round += RoundsOfAStore)
        {
            await LoseAsync(random, Math.Min(RoundsOfAStore, FaultSettings.Rounds - round));
        }
    }

    // The model stands on this: a commit is acknowledged only after the disk was told to sync it.
    [TestMethod]
    public async Task Every_commit_is_synced()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteStore.Open(folder.Path, TimeProvider.System);
        Assert.AreEqual(2, await store.Writer.RunAsync(new StatementWrite("PRAGMA synchronous"), CancellationToken.None));
    }

    private static async Task LoseAsync(Random random, int rounds)
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteStore.Open(folder.Path, TimeProvider.System);

        // Moves the log into the database often, so that the power goes at all stages of that, too.
        await store.Writer.RunAsync(new StatementWrite("PRAGMA wal_autocheckpoint = 300"), CancellationToken.None);
        await using var load = new WriteLoad(store, random.Next());
        load.Start();
        var cut = new PowerCut(random);
        for (var round = 0; round < rounds; round++)
        {
            await load.GoOnAsync(random.Next(300));
            var (before, after) = await TakeTwoAsync(store, load, random);
            Judge("between two commits", before.Image, before);
            Judge("while commits were written", cut.CutOff(before.Image, after.Image), before);
            Judge("while sectors of commits were written", cut.Scatter(before.Image, after.Image), before);
            Judge("while the log was moved into the database", cut.InterruptMove(before.Image), before);
        }
    }

    /// <summary>Two moments with some commits between them in the same use of the log.</summary>
    private static async Task<(Moment Before, Moment After)> TakeTwoAsync(SqliteStore store, WriteLoad load, Random random)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var before = await store.Writer.RunAsync(new TakeImage(store.File, load), CancellationToken.None);
            await load.GoOnAsync(random.Next(1, 30));
            var after = await store.Writer.RunAsync(new TakeImage(store.File, load), CancellationToken.None);
            var (first, second) = (new WriteAheadLog(before.Image.Log), new WriteAheadLog(after.Image.Log));
            if (first.Generation == second.Generation && first.End < second.End)
            {
                return (before, after);
            }
        }

        throw new AssertFailedException("The log begins again all the time.");
    }

    private static void Judge(string when, DiskImage image, Moment before)
    {
        using var folder = new TemporaryFolder();
        image.WriteTo(folder.Path, DataFolder.FileName);
        OpenAndClose(folder.Path);
        Assert.IsNull(WriteLoad.Judge(Path.Combine(folder.Path, DataFolder.FileName), before.Acknowledged), $"The power went {when}.");
    }

    private static void OpenAndClose(string folder) => SqliteStore.Open(folder, TimeProvider.System).DisposeAsync().AsTask().GetAwaiter().GetResult();
}
