using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Notices;

/// <summary>
/// Sends notices on their way. Whoever has nowhere to be told gets none, without an error. Sending a notice again within 24 hours changes
/// nothing: the queue knows its id.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="receivers">Those who may be told.</param>
public sealed class NoticeSender(ILeadQueue queue, IEnumerable<INoticeReceivers> receivers)
{
    private readonly INoticeReceivers[] receivers = [.. receivers];

    /// <summary>Whether somebody is told now.</summary>
    /// <param name="receiver">Who.</param>
    public bool Tells(NoticeReceiver receiver)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        return Array.Exists(receivers, each => each.Sort == receiver.Sort && each.Has(receiver.Id));
    }

    /// <summary>The changes that send a notice, to be made together with others: one, or none if the receiver is not told.</summary>
    /// <param name="notice">The notice.</param>
    /// <exception cref="ArgumentException">The notice's id or kind has another form, or what it tells is no JSON object.</exception>
    public IReadOnlyList<Change> Sending(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Tells(notice.To) ? [Change.Send(NoticeEnvelope.Wrap(notice))] : [];
    }

    /// <summary>Sends a notice by itself. It is durable when the call returns.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="cancellation">Gives up waiting; it may still be sent.</param>
    /// <returns>False if the receiver is not told.</returns>
    /// <exception cref="ArgumentException">As of <see cref="Sending"/>.</exception>
    /// <exception cref="StoreUnavailableException">The queue did not acknowledge. It may have taken the notice all the same.</exception>
    public async ValueTask<bool> SendAsync(Notice notice, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (!Tells(notice.To))
        {
            return false;
        }

        await queue.SendAsync(NoticeEnvelope.Wrap(notice), cancellation);
        return true;
    }
}
