using Microsoft.Extensions.Hosting;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>
/// Looks at the campaign files once a second. Polling rather than file-system events: those are lost on network shares
/// and in containers, and a look at a few files costs next to nothing.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="secrets">Warns of secrets that the campaigns need and do not have.</param>
/// <param name="windows">Warns of windows that are longer than purchases are kept.</param>
/// <param name="time">The clock.</param>
public sealed class CampaignWatcher(CampaignFolder folder, SecretWatch secrets, WindowWatch windows, TimeProvider time)
    : BackgroundService
{
    /// <summary>How long it waits between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private CampaignSet known = CampaignSet.Empty;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Warn(folder.Current);
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var current = folder.Reload();
                if (current != known)
                {
                    Warn(current);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private void Warn(CampaignSet current)
    {
        known = current;
        secrets.Warn();
        windows.Warn();
    }
}
