using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Serving;

/// <summary>
/// Deletes receipts that are past their lifetime, a small part at a time, so that the data folder does not grow by a row for
/// each lead for ever. In Azure they stay: a million cost less than the calls that would delete them.
/// </summary>
/// <param name="receipts">The receipts.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say that the store is down.</param>
internal sealed partial class ReceiptPurge(ReceiptBook receipts, TimeProvider time, ILogger<ReceiptPurge> logger) : BackgroundService
{
    /// <summary>How long it takes to see to all parts once.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round / ReceiptBook.Parts, time);
        try
        {
            for (var part = 0; await timer.WaitForNextTickAsync(stoppingToken); part = (part + 1) % ReceiptBook.Parts)
            {
                await PurgeAsync(part, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task PurgeAsync(int part, CancellationToken cancellation)
    {
        try
        {
            await receipts.PurgeAsync(part, cancellation);
        }
        catch (StoreUnavailableException failure)
        {
            NotDeleted(logger, failure.Message);
        }
    }

    [LoggerMessage(EventId = 5010, Level = LogLevel.Warning, Message = "Expired receipts could not be deleted, and will be in an hour: {Failure}")]
    private static partial void NotDeleted(ILogger logger, string failure);
}
