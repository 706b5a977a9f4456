using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Resends;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// The places under caps: a row for each that is taken, which says by whom. Inserting the row is what decides between leads
/// that come at once, so no number of processes can take more places than there are.
/// </summary>
/// <param name="tables">The tables.</param>
public sealed class CapPlaces(ITables tables)
{
    /// <summary>Places of a partition: what Table Storage reads in one call.</summary>
    public const int BlockSize = 1000;

    private const string HolderProperty = "Lead";
    private const int MaxBlocksAtOnce = 16;

    private readonly ITable table = tables[TableNames.Caps];

    /// <summary>Which stretches of places are open.</summary>
    internal StretchNotes Notes { get; } = new(tables[TableNames.Caps]);

    /// <summary>What leads take of budgets.</summary>
    internal BudgetEntries Entries { get; } = new(tables[TableNames.Caps]);

    /// <summary>Takes a place for a lead.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="place">The place.</param>
    /// <param name="lead">The lead's id. A place that it holds already counts as taken.</param>
    /// <param name="cancellation">Gives up waiting; it may be taken all the same.</param>
    /// <returns>False if another lead holds it.</returns>
    public async ValueTask<bool> TryTakeAsync(CapCounter counter, int place, LeadId lead, CancellationToken cancellation)
    {
        var row = RowOf(counter, place, lead);
        while (!await table.TryInsertAsync(row, cancellation))
        {
            // The store may have repeated an insert whose answer was lost: then the row in the way is the lead's own.
            if (await table.FindAsync(row.PartitionKey, row.RowKey, cancellation) is { } found)
            {
                return found.Text(HolderProperty) == lead.ToString();
            }
        }

        return true;
    }

    /// <summary>The change that takes a place for a lead.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="place">The place.</param>
    /// <param name="lead">The lead's id.</param>
    public static Change Taking(CapCounter counter, int place, LeadId lead) => Change.Insert(TableNames.Caps, RowOf(counter, place, lead));

    /// <summary>Frees a place if a lead holds it.</summary>
    /// <param name="held">The place.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>Whether nobody holds it now.</returns>
    public async ValueTask<bool> GiveBackAsync(HeldPlace held, LeadId lead, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = await table.FindAsync(PartitionOf(held.Counter, held.Place / BlockSize), RowKeyOf(held.Place), cancellation);
        if (found is null || found.Text(HolderProperty) != lead.ToString())
        {
            return found is null;
        }

        await Notes.ExpectReturnAsync(held.Counter, held.Place / PlaceMap.StretchSize, now, cancellation);
        return await table.TryDeleteAsync(found, cancellation);
    }

    /// <summary>Reads the taken places of a stretch, ascending.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="first">The stretch's first place, or a later one from which it is read.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<List<int>> ReadStretchAsync(CapCounter counter, int first, CancellationToken cancellation)
    {
        var block = first / BlockSize;
        var end = ((first / PlaceMap.StretchSize) + 1) * PlaceMap.StretchSize;
        var to = end % BlockSize == 0 ? null : RowKeyOf(end);
        var taken = new List<int>();
        await foreach (var row in table.QueryAsync(PartitionOf(counter, block), RowKeyOf(first), to, cancellation))
        {
            taken.Add(PlaceOf(block, row));
        }

        return taken;
    }

    /// <summary>Whether places beyond the limit are taken, since it was greater before.</summary>
    /// <param name="counter">A counter of more places than one stretch.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<bool> AreTakenBeyondAsync(CapCounter counter, CancellationToken cancellation)
    {
        var inTheLastStretch = counter.Limit % PlaceMap.StretchSize == 0
            ? Task.FromResult(new List<int>())
            : ReadStretchAsync(counter, counter.Limit, cancellation);
        var further = Notes.ReadAsync(counter, PlaceMap.CountOf(counter.Limit), cancellation).AnyAsync(cancellation);
        return (await inTheLastStretch).Count > 0 | await further;
    }

    /// <summary>
    /// Reads the taken places, ascending, several blocks at a time. Places beyond the limit are read too: the limit may have
    /// been greater.
    /// </summary>
    /// <param name="counter">The counter.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<TakenPlace> ReadAsync(CapCounter counter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(counter);
        // The first stretch need not be noted.
        var blocks = new SortedSet<int> { 0 };
        await foreach (var note in Notes.ReadAsync(counter, 0, cancellation))
        {
            blocks.Add(note.Stretch * PlaceMap.StretchSize / BlockSize);
        }

        foreach (var some in blocks.Chunk(MaxBlocksAtOnce))
        {
            foreach (var taken in (await Task.WhenAll(some.Select(block => ReadBlockAsync(counter, block, cancellation))))
                .SelectMany(static block => block))
            {
                yield return taken;
            }
        }
    }

    /// <summary>How much of a counter is taken: places, or money.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<decimal> TakenAsync(CapCounter counter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(counter);
        return counter.Budget > 0
            ? CapLimit.AmountOf((await Entries.FindLastAsync(counter, cancellation))?.Total ?? 0)
            : await ReadAsync(counter, cancellation).CountAsync(cancellation);
    }

    /// <summary>Notes that a counter is in use, so that <see cref="PartsAsync"/> finds it.</summary>
    /// <param name="counter">A counter with a <see cref="CapCounter.Part"/>.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async ValueTask NoteAsync(CapCounter counter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(counter);
        await table.TryInsertAsync(
            new Row(IndexOf(counter.Family), counter.Part!).Expire(counter.Period.End + ResendWindow.Length), cancellation);
    }

    /// <summary>The parts of a cap that have counters in a period, in order.</summary>
    /// <param name="family">What their names have in common: <see cref="CapCounter.Family"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<string> PartsAsync(string family, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync(IndexOf(family), "", null, cancellation))
        {
            yield return row.RowKey;
        }
    }

    private static Row RowOf(CapCounter counter, int place, LeadId lead)
    {
        ArgumentNullException.ThrowIfNull(counter);
        return new Row(PartitionOf(counter, place / BlockSize), RowKeyOf(place))
            .Set(HolderProperty, lead.ToString())
            .Expire(counter.Period.End + ResendWindow.Length);
    }

    private static int PlaceOf(int block, Row row) => (block * BlockSize) + int.Parse(row.RowKey, CultureInfo.InvariantCulture);

    private static string PartitionOf(CapCounter counter, int block) =>
        string.Create(CultureInfo.InvariantCulture, $"{counter.Name}|{block}");

    private static string RowKeyOf(int place) => (place % BlockSize).ToString("d3", CultureInfo.InvariantCulture);

    private static string IndexOf(string family) => $"index|{family}";

    private async Task<List<TakenPlace>> ReadBlockAsync(CapCounter counter, int block, CancellationToken cancellation)
    {
        var taken = new List<TakenPlace>();
        await foreach (var row in table.QueryAsync(PartitionOf(counter, block), "", null, cancellation))
        {
            taken.Add(new(PlaceOf(block, row), row.Text(HolderProperty) ?? ""));
        }

        return taken;
    }
}
