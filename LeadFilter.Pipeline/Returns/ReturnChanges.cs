using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Returns;

/// <summary>
/// Keeps changes of returns: the one place that does. Before a change is kept, it is noted that something will follow from it, so
/// that this is done even if the process dies (<see cref="ReturnSweep"/>).
/// </summary>
/// <param name="book">The returns.</param>
/// <param name="agenda">What is to be done.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnChanges(ReturnBook book, ReturnAgenda agenda, TimeProvider time)
{
    /// <summary>Keeps a new return.</summary>
    /// <param name="kept">The return.</param>
    /// <param name="asking">Its row so far, as it was read or written; null if there is none.</param>
    /// <param name="cancellation">Gives up; it may be kept all the same.</param>
    /// <returns>False if another attempt was faster.</returns>
    /// <exception cref="StoreUnavailableException">The table is down; it may be kept all the same.</exception>
    internal async ValueTask<bool> TryBeginAsync(KeptReturn kept, Row? asking, CancellationToken cancellation)
    {
        var returned = kept.Case;
        await agenda.NoteAsync(returned, returned.Changes.Count, time.GetUtcNow(), cancellation);
        return asking is null
            ? await book.TryInsertAsync(returned.Campaign, returned.Vendor, ReturnRows.Of(kept), cancellation)
            : await book.TryReplaceAsync(kept with { ETag = asking.ETag }, cancellation);
    }

    /// <summary>Keeps a return that has changed.</summary>
    /// <param name="kept">The return, with the version under which it was read.</param>
    /// <param name="cancellation">Gives up; it may be kept all the same.</param>
    /// <returns>False if somebody else has changed it in between.</returns>
    /// <exception cref="StoreUnavailableException">The table is down; it may be kept all the same.</exception>
    internal async ValueTask<bool> TryChangeAsync(KeptReturn kept, CancellationToken cancellation)
    {
        await agenda.NoteAsync(kept.Case, kept.Case.Changes.Count, time.GetUtcNow(), cancellation);
        return await book.TryReplaceAsync(kept, cancellation);
    }
}
