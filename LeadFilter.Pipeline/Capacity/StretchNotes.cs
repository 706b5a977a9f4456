using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Resends;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// Which stretches of places of a counter are open, and which of them are full: a row for each, in a partition of the counter.
/// No place is taken before its stretch is noted, so the notes lead to every place that is taken. That a stretch is full is
/// a hint, which saves reading it; it is never noted of one in which a place is free.
/// </summary>
/// <param name="table">The table of caps.</param>
internal sealed class StretchNotes(ITable table)
{
    /// <summary>
    /// How long a stretch is not noted as full after a place in it was to be given back: longer than any call takes, and than
    /// clocks differ. Who has read the place as taken, just before it was given back, could note the stretch as full for good.
    /// </summary>
    public static readonly TimeSpan Reserve = TimeSpan.FromMinutes(5);

    private const string FullProperty = "Full";
    private const string ReturnsProperty = "ReturnsUntil";

    /// <summary>Opens a stretch.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="stretch">The stretch.</param>
    /// <param name="cancellation">Gives up waiting; it may be open all the same.</param>
    /// <returns>The note, for <see cref="FillAsync"/>; null if it was open.</returns>
    public async ValueTask<Row?> OpenAsync(CapCounter counter, int stretch, CancellationToken cancellation)
    {
        var row = new Row(PartitionOf(counter), RowKeyOf(stretch)).Expire(counter.Period.End + ResendWindow.Length);
        return await table.TryInsertAsync(row, cancellation) ? row : null;
    }

    /// <summary>Finds the note of a stretch, before the stretch is read.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="stretch">The stretch.</param>
    /// <param name="cancellation">Gives up.</param>
    public ValueTask<Row?> FindAsync(CapCounter counter, int stretch, CancellationToken cancellation) =>
        table.FindAsync(PartitionOf(counter), RowKeyOf(stretch), cancellation);

    /// <summary>Whether a note says that its stretch is full.</summary>
    /// <param name="note">The note.</param>
    public static bool IsFull(Row note) => note.TryGet<bool>(FullProperty, out var full) && full;

    /// <summary>Whether a note that was just found allows to note its stretch as full, if the stretch is read after this.</summary>
    /// <param name="note">The note.</param>
    /// <param name="now">The time.</param>
    public static bool MayFill(Row note, DateTimeOffset now) =>
        !note.TryGet<DateTimeOffset>(ReturnsProperty, out var until) || until <= now;

    /// <summary>Notes that a stretch is full, unless a place was to be given back since the note was written or found.</summary>
    /// <param name="note">The note.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async ValueTask FillAsync(Row note, CancellationToken cancellation) =>
        await table.TryReplaceAsync(note.Set(FullProperty, true), cancellation);

    /// <summary>Notes that a place of a stretch is about to be given back; comes before that.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="stretch">The stretch.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async ValueTask ExpectReturnAsync(CapCounter counter, int stretch, DateTimeOffset now, CancellationToken cancellation)
    {
        while (await FindAsync(counter, stretch, cancellation) is { } note
            && !await table.TryReplaceAsync(note.Set(FullProperty, null).Set(ReturnsProperty, now + Reserve), cancellation))
        {
        }
    }

    /// <summary>Reads the notes, ascending.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="first">The first stretch.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<StretchNote> ReadAsync(
        CapCounter counter, int first, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync(PartitionOf(counter), RowKeyOf(first), null, cancellation))
        {
            yield return new(int.Parse(row.RowKey, CultureInfo.InvariantCulture), IsFull(row));
        }
    }

    private static string PartitionOf(CapCounter counter) => $"{counter.Name}|open";

    private static string RowKeyOf(int stretch) => stretch.ToString("d5", CultureInfo.InvariantCulture);
}
