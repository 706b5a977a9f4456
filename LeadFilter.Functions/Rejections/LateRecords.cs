using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Rejections;

namespace LeadFilter.Functions.Rejections;

/// <summary>Records of decisions that are written late.</summary>
/// <param name="journal">Writes them.</param>
public sealed class LateRecords(DecisionJournal journal)
{
    /// <summary>Handles a message of the queue <see cref="QueueNames.Records"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">The host stops.</param>
    /// <returns>What to do with the message.</returns>
    /// <exception cref="StoreUnavailableException">The log is still down: leave the message for redelivery.</exception>
    public async Task<Settlement> HandleAsync(QueueMessage message, CancellationToken cancellation) =>
        await journal.WriteLateAsync(message, cancellation)
            ? Settlement.Complete
            : Settlement.DeadLetter("unreadable_message", "The message holds no record of a decision.");
}
