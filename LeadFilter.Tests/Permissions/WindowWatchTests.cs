using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Upkeep;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Permissions;

[TestClass]
public sealed class WindowWatchTests : IDisposable
{
    private readonly CampaignFiles files = new();
    private readonly CapturedLogs logs = new();

    public void Dispose()
    {
        files.Dispose();
        logs.Dispose();
    }

    [TestMethod]
    [DataRow(90, 90, false)]
    [DataRow(91, 90, true)]
    public void A_window_longer_than_purchases_are_kept_is_found(int window, int kept, bool found)
    {
        Write(window);

        Assert.HasCount(found ? 1 : 0, Watch(kept).Find());
    }

    [TestMethod]
    public void The_message_names_campaign_days_and_setting()
    {
        Write(400);

        Assert.AreEqual(
            "The campaign loans looks for duplicates 400 days back, but purchases are kept for 90 days. Raise "
                + $"{RetentionOptions.ClaimDays.Name}, or shorten the campaign's window.",
            Watch(90).Find().Single().ToString());
    }

    [TestMethod]
    public async Task It_is_warned_of_at_the_start_and_once()
    {
        Write(400);
        var watch = Watch(90);
        using var watcher = new CampaignWatcher(
            files.Watched, new(files.Watched, new ConfigurationBuilder().Build(), NullLogger<SecretWatch>.Instance), watch, new FakeTimeProvider());

        await watcher.StartAsync(CancellationToken.None);
        await watcher.StopAsync(CancellationToken.None);
        watch.Warn();

        Assert.HasCount(1, logs.Lines);
        Assert.StartsWith("3006 Warning The campaign loans looks for duplicates 400 days back", logs.Lines[0], StringComparison.Ordinal);
    }

    private void Write(int days)
    {
        files.Write("loans.json", CampaignText.With("duplicates", $$"""{ "by": [ "email" ], "windowDays": {{days}} }"""));
        files.Watched.Reload();
    }

    private WindowWatch Watch(int kept) => new(files.Watched, TimeSpan.FromDays(kept), logs.For<WindowWatch>());
}
