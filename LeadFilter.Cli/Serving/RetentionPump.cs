using LeadFilter.Cli.DemoCrm;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Upkeep;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Serving;

/// <summary>
/// Deletes what is past its retention all the time, a step and a pause, as a timer does in Azure: so that the data folder does
/// not grow forever, and nobody waits for it.
/// </summary>
/// <param name="sweep">Deletes.</param>
/// <param name="retention">How long everything is kept.</param>
/// <param name="demoCrm">How long the demo CRM keeps its leads, also when nobody delivers to it any more.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say that the store is down.</param>
internal sealed partial class RetentionPump(
    RetentionSweep sweep, RetentionTable retention, DemoCrmOptions demoCrm, TimeProvider time, ILogger<RetentionPump> logger)
    : BackgroundService
{
    /// <summary>The pause after a step: 1,000 rows take about 10 ms.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The pause after all tables were swept, or after a failure.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await SweepAsync(stoppingToken);
                await Task.Delay(Rest, time, stoppingToken);
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
            foreach (var rule in retention.Rules.Append(DemoCrmStore.Retention(demoCrm)))
            {
                for (var more = true; more;)
                {
                    await Task.Delay(Pause, time, cancellation);
                    (more, _) = await sweep.StepAsync(rule, cancellation);
                }
            }

            await sweep.DeleteDeadLettersAsync(cancellation);
        }
        catch (StoreUnavailableException failure)
        {
            NotDeleted(logger, Rest.TotalMinutes, failure.Message);
        }
    }

    [LoggerMessage(
        EventId = 5010, Level = LogLevel.Warning,
        Message = "Expired rows or dead letters could not be deleted, and will be in {Minutes} minutes: {Failure}")]
    private static partial void NotDeleted(ILogger logger, double minutes, string failure);
}
