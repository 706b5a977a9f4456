using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Targets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Serving;

/// <summary>Looks for targets that have not learned of opt-outs, again and again, as a timer does in Azure.</summary>
/// <param name="sweep">Looks.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say that the store is down.</param>
internal sealed partial class TargetPump(TargetSweep sweep, TimeProvider time, ILogger<TargetPump> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TargetSweep.Interval, time, stoppingToken);
                await SweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        try
        {
            await sweep.RunAsync(cancellation);
        }
        catch (StoreUnavailableException failure)
        {
            NotLooked(logger, TargetSweep.Interval.TotalMinutes, failure.Message);
        }
    }

    [LoggerMessage(
        EventId = 5011, Level = LogLevel.Warning,
        Message = "Opt-outs that targets have not learned of could not be looked for, and will be in {Minutes} minutes: {Failure}")]
    private static partial void NotLooked(ILogger logger, double minutes, string failure);
}
