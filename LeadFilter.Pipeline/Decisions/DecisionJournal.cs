using LeadFilter.Pipeline.Ports;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>Keeps every decision: in the log, or, while the log is down, in the queue from which it is written later.</summary>
/// <param name="log">The log.</param>
/// <param name="queue">The queue.</param>
/// <param name="logger">Where to say that the log is down.</param>
public sealed partial class DecisionJournal(DecisionLog log, ILeadQueue queue, ILogger<DecisionJournal> logger)
{
    /// <summary>Keeps a decision.</summary>
    /// <param name="record">The decision.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="StoreUnavailableException">The log and the queue are both down: nothing is kept.</exception>
    public async ValueTask KeepAsync(DecisionRecord record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            await log.WriteAsync(record, cancellation);
        }
        catch (StoreUnavailableException failure)
        {
            LogIsDown(logger, record.Lead.ToString(), failure.Message);
            await queue.SendAsync(ToMessage(record), cancellation);
        }
    }

    /// <summary>Keeps a decision together with other changes, as far as that can be.</summary>
    /// <param name="record">The decision.</param>
    /// <param name="beside">See <see cref="Change.IsBeside"/>.</param>
    public Keeping Keep(DecisionRecord record, bool beside = false) => new(this, record, log.Writing(record, beside));

    /// <summary>
    /// Keeps a decision only together with other changes, all or none. What the log needs before that is written first.
    /// </summary>
    /// <param name="record">The decision.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The change that keeps it; null if that cannot be, since the log is down.</returns>
    public async ValueTask<Change?> KeepTogetherAsync(DecisionRecord record, CancellationToken cancellation)
    {
        try
        {
            await log.IndexAsync(record, cancellation);
            return log.Writing(record, beside: false);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    /// <summary>Handles a message of the queue <see cref="QueueNames.Records"/>: a record that waited for the log.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">The host stops.</param>
    /// <returns>What to do with the message.</returns>
    /// <exception cref="StoreUnavailableException">The log is still down: leave the message for redelivery.</exception>
    public async Task<Settlement> HandleAsync(QueueMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!DecisionRecordJson.TryRead(message.Body, out var record))
        {
            return Settlement.DeadLetter(Settlement.UnreadableMessage, "The message holds no record of a decision.");
        }

        await log.WriteAsync(record, cancellation);
        return Settlement.Complete;
    }

    private static QueueMessage ToMessage(DecisionRecord record) => new()
    {
        Queue = QueueNames.Records,
        MessageId = record.Lead.ToString(),
        Subject = "record",
        Body = DecisionRecordJson.ToUtf8(record),
        Properties = new Dictionary<string, string>
        {
            ["campaign"] = record.Campaign.ToString(),
            ["vendor"] = record.Vendor.ToString(),
        },
    };

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning,
        Message = "The decision log did not take lead {Lead} ({Failure}); its record goes to the queue")]
    private static partial void LogIsDown(ILogger logger, string lead, string failure);
}
