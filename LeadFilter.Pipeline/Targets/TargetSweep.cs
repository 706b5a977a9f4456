using LeadFilter.Core.Targets;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Targets;

/// <summary>
/// Looks for targets that have not learned of an opt-out, and says so on business days 2, 5 and 8 and when it is overdue: once each, or
/// twice if the process dies in the moment between. Whoever was away for days hears the last of them only.
/// </summary>
/// <param name="campaigns">Knows the targets.</param>
/// <param name="book">Keeps who has learned of what.</param>
/// <param name="metrics">Counts warnings.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say it.</param>
public sealed partial class TargetSweep(
    ICampaigns campaigns, TargetBook book, LeadMetrics metrics, TimeProvider time, ILogger<TargetSweep> logger)
{
    /// <summary>How often it is to be made.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <summary>Looks at everything that is open.</summary>
    /// <param name="cancellation">Gives up; the rest can be looked at later.</param>
    /// <returns>How many are open.</returns>
    /// <exception cref="Ports.StoreUnavailableException">The table is down; the rest can be looked at later.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (campaigns.Targets is not { } targets)
        {
            return 0;
        }

        var left = 0;
        foreach (var open in await book.ReadOpenAsync(cancellation))
        {
            var target = targets.Find(open.Target);
            if (target is null || await book.HasEndedAsync(open.OptOut, open.Target, cancellation))
            {
                await book.CloseAsync(open, cancellation);
                continue;
            }

            left++;
            await LookAsync(open, target, targets.Zone, cancellation);
        }

        return left;
    }

    private async Task LookAsync(OpenTarget open, OptOutTarget target, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (target.WarningsOf(open.ReceivedAt, zone).Where(one => one.At <= now).Select(static one => (TargetWarning?)one).LastOrDefault()
            is not { } warning
            || await book.WasToldAsync(open, warning.Word, cancellation))
        {
            return;
        }

        metrics.TargetOpen(open.Target, warning.Word);
        if (warning.IsOverdue)
        {
            Overdue(logger, open.Target, open.OptOut, warning.At);
        }
        else
        {
            StillOpen(logger, open.Target, open.OptOut, warning.Day, target.DueAt(open.ReceivedAt, zone));
        }

        await book.KeepToldAsync(open, warning.Word, now, cancellation);
    }

    [LoggerMessage(
        EventId = 8001, Level = LogLevel.Warning,
        Message = "Target {Target} has not learned of opt-out {OptOut} on business day {Day}; it must by {Due:O}. "
            + "leadfilter status and the log say why")]
    private static partial void StillOpen(ILogger logger, string target, string optOut, int day, DateTimeOffset due);

    [LoggerMessage(
        EventId = 8002, Level = LogLevel.Error,
        Message = "Target {Target} has not learned of opt-out {OptOut}, and should have by {Due:O}. It goes on being told")]
    private static partial void Overdue(ILogger logger, string target, string optOut, DateTimeOffset due);
}
