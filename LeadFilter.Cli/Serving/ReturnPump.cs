using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Returns;
using LeadFilter.Pipeline.Statements;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Serving;

/// <summary>
/// Does what follows from returns, lets silence decide, and tells vendors of statements that are ready, as timers do in Azure.
/// </summary>
/// <param name="sweep">Returns.</param>
/// <param name="statements">Statements.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say that the store is down.</param>
internal sealed partial class ReturnPump(
    ReturnSweep sweep, StatementNotices statements, TimeProvider time, ILogger<ReturnPump> logger) : BackgroundService
{
    /// <summary>The pause between two looks. With nothing to do, a look is one read.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>The pause between two looks at statements.</summary>
    public static readonly TimeSpan StatementPause = TimeSpan.FromHours(1);

    private DateTimeOffset nextStatements = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, time, stoppingToken);
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await sweep.RunAsync(TimeSpan.MaxValue, cancellation);
            if (time.GetUtcNow() >= nextStatements)
            {
                await statements.RunAsync(cancellation);
                nextStatements = time.GetUtcNow() + StatementPause;
            }
        }
        catch (StoreUnavailableException failure)
        {
            NotDone(logger, failure.Message);
        }
    }

    [LoggerMessage(
        EventId = 5015, Level = LogLevel.Warning,
        Message = "What follows from returns and statements could not be done, and will be: {Failure}")]
    private static partial void NotDone(ILogger logger, string failure);
}
