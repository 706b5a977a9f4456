using LeadFilter.Pipeline.Delivery;

namespace LeadFilter.Pipeline.Notices;

/// <summary>Hands notices over. Thread-safe.</summary>
public interface INoticePost
{
    /// <summary>
    /// Tries to hand a notice over. It may be called again for the same notice, also after it was taken: the notice's id is the key by
    /// which the receiver recognizes that.
    /// </summary>
    /// <param name="notice">The notice.</param>
    /// <param name="plan">How.</param>
    /// <param name="cancellation">Gives up; the receiver may have taken it all the same.</param>
    /// <returns>What came of it. Whatever a receiver or a network does is a result, not an exception.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<DeliveryResult> PostAsync(Notice notice, NoticePlan plan, CancellationToken cancellation);
}
