using LeadFilter.Core.Targets;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Notices;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Targets;

/// <summary>Tells every target of an opt-out, through the queue of notices, until each has answered.</summary>
/// <param name="campaigns">Knows the targets.</param>
/// <param name="book">Keeps who has learned of what.</param>
/// <param name="notices">Sends.</param>
/// <param name="time">The clock.</param>
public sealed class TellTargets(ICampaigns campaigns, TargetBook book, NoticeSender notices, TimeProvider time)
{
    /// <summary>The kind of the notices.</summary>
    public const string Kind = "opt_out";

    /// <summary>
    /// Tells every target that has not learned of an opt-out yet. It may be called again, also after a crash: who has learned of it is not
    /// told again, and the queue knows what is on its way.
    /// </summary>
    /// <param name="request">The opt-out.</param>
    /// <param name="cancellation">Gives up waiting; some targets may be told all the same.</param>
    /// <exception cref="StoreUnavailableException">
    /// Table or queue did not acknowledge, or the file of targets does not load. Call again.
    /// </exception>
    public async Task SendAsync(OptOutRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var target in Targets())
        {
            if (await book.HasEndedAsync(request.Id, target.Id, cancellation))
            {
                continue;
            }

            if (Concerns(target, request))
            {
                // First what is open: if the process dies before the message is sent, the sweep finds it.
                await book.KeepAsync(TargetBook.Opening(request.Id, target.Id, request.ReceivedAt), cancellation);
                await notices.SendAsync(NoticeOf(target, request), cancellation);
            }
            else
            {
                await book.KeepAsync(TargetBook.Ending(request.Id, target.Id, 0, time.GetUtcNow()), cancellation);
            }
        }
    }

    /// <summary>
    /// The same as changes, to be made all or none together with the row of a new opt-out. Where that cannot be, or the opt-out may have
    /// been told before, <see cref="SendAsync"/> is the way.
    /// </summary>
    /// <param name="request">The opt-out.</param>
    /// <exception cref="StoreUnavailableException">The file of targets does not load.</exception>
    public IReadOnlyList<Change> Sending(OptOutRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (rows, messages) = (new List<Change>(), new List<Change>());
        foreach (var target in Targets())
        {
            var concerns = Concerns(target, request);
            rows.Add(Change.Insert(
                TableNames.OptOutTargets,
                concerns
                    ? TargetBook.Opening(request.Id, target.Id, request.ReceivedAt)
                    : TargetBook.Ending(request.Id, target.Id, 0, time.GetUtcNow())));
            messages.AddRange(concerns ? notices.Sending(NoticeOf(target, request)) : []);
        }

        return [.. rows, .. messages];
    }

    /// <summary>The opt-out that a notice is about.</summary>
    internal static string OptOutOf(Notice notice) => notice.Id[(Prefix.Length)..^(notice.To.Id.Length + 1)];

    private const string Prefix = "opt-out-";

    private static bool Concerns(OptOutTarget target, OptOutRequest request) =>
        target.Request.TryWrite(target.Fields.Fill(request.ReceivedAt, OptOutValues.Of(request)), out _);

    private IReadOnlyList<OptOutTarget> Targets() =>
        (campaigns.Targets ?? throw new StoreUnavailableException("The file of targets does not load.")).All;

    private Notice NoticeOf(OptOutTarget target, OptOutRequest request) => new()
    {
        Id = $"{Prefix}{request.Id}-{target.Id}",
        Kind = Kind,
        To = NoticeReceiver.Target(target.Id),
        CreatedAt = time.GetUtcNow(),
        Data = OptOutValues.Write(target, request),
        GiveUpAt = Notice.Never,
    };
}
