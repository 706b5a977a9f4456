using Microsoft.Extensions.Hosting;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>
/// Looks at the campaign files once a second. Polling rather than file-system events: those are lost on network shares
/// and in containers, and a look at a few files costs next to nothing.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="time">The clock.</param>
public sealed class CampaignWatcher(CampaignFolder folder, TimeProvider time) : BackgroundService
{
    /// <summary>How long it waits between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                folder.Reload();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }
}
