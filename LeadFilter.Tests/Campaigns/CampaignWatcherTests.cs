using LeadFilter.Pipeline.Campaigns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Campaigns;

[TestClass]
public sealed class CampaignWatcherTests
{
    public required TestContext TestContext { get; set; }

    [TestMethod]
    [Timeout(30_000)]
    public async Task It_looks_every_second()
    {
        var log = new LoadedLog();
        using var files = new CampaignFiles(log);
        var clock = new TimerClock();
        using var watcher = new CampaignWatcher(
            files.Watched,
            new(files.Watched, new ConfigurationBuilder().Build(), NullLogger<SecretWatch>.Instance),
            new(files.Watched, TimeSpan.MaxValue, NullLogger<WindowWatch>.Instance),
            clock);
        await watcher.StartAsync(TestContext.CancellationToken);
        Assert.AreEqual(TimeSpan.FromSeconds(1), await clock.Period.WaitAsync(TestContext.CancellationToken));
        Assert.IsNull(files.Version);
        for (var round = 1; round <= 3; round++)
        {
            files.Write("loans.json", CampaignText.With("version", $"\"v{round}\""));
            clock.Advance(TimeSpan.FromSeconds(1));
            await log.Loads.ReadAsync(TestContext.CancellationToken);
            Assert.AreEqual($"v{round}", files.Version);
        }

        await watcher.StopAsync(TestContext.CancellationToken);
        Assert.IsTrue(watcher.ExecuteTask!.IsCompletedSuccessfully);
    }

    /// <summary>Tells the period of the timer that is made on it.</summary>
    private sealed class TimerClock : FakeTimeProvider
    {
        private readonly TaskCompletionSource<TimeSpan> period = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<TimeSpan> Period => period.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            this.period.TrySetResult(period);
            return timer;
        }
    }
}
