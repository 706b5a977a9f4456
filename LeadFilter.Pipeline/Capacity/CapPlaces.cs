using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;

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
    private const string ExpiryProperty = "ExpiresAt";
    private const int MostBlocksAtOnce = 16;

    private readonly ITable table = tables[TableNames.Caps];

    /// <summary>Takes a place for a lead.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="place">The place.</param>
    /// <param name="lead">The lead's id. A place that it holds already counts as taken.</param>
    /// <param name="cancellation">Gives up waiting; it may be taken all the same.</param>
    /// <returns>False if another lead holds it.</returns>
    public async ValueTask<bool> TryTakeAsync(CapCounter counter, int place, LeadId lead, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(counter);
        var row = new Row(PartitionOf(counter, place / BlockSize), RowKeyOf(place))
            .Set(HolderProperty, lead.ToString())
            .Set(ExpiryProperty, counter.Period.End + ReceiptBook.Lifetime);
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

    /// <summary>Frees a place if a lead holds it.</summary>
    /// <param name="held">The place.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>Whether nobody holds it now.</returns>
    public async ValueTask<bool> GiveBackAsync(HeldPlace held, LeadId lead, CancellationToken cancellation)
    {
        var found = await table.FindAsync(PartitionOf(held.Counter, held.Place / BlockSize), RowKeyOf(held.Place), cancellation);
        return found is null || (found.Text(HolderProperty) == lead.ToString() && await table.TryDeleteAsync(found, cancellation));
    }

    /// <summary>Reads the taken places of a block, ascending.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="block">The block: the place's number by <see cref="BlockSize"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<TakenPlace>> ReadBlockAsync(CapCounter counter, int block, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(counter);
        var taken = new List<TakenPlace>();
        await foreach (var row in table.QueryAsync(PartitionOf(counter, block), "", null, cancellation))
        {
            taken.Add(new((block * BlockSize) + int.Parse(row.RowKey, CultureInfo.InvariantCulture), row.Text(HolderProperty) ?? ""));
        }

        return taken;
    }

    /// <summary>
    /// Reads the taken places, ascending, several blocks at a time. Blocks are filled one after the other, so the first
    /// empty one is the end. Places beyond the limit are read too: the limit may have been greater.
    /// </summary>
    /// <param name="counter">The counter.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<TakenPlace> ReadAsync(CapCounter counter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (next, atOnce) = (0, 1);
        while (true)
        {
            foreach (var block in await Task.WhenAll(Enumerable.Range(next, atOnce).Select(block => ReadBlockAsync(counter, block, cancellation))))
            {
                if (block.Count == 0)
                {
                    yield break;
                }

                foreach (var taken in block)
                {
                    yield return taken;
                }
            }

            next += atOnce;
            atOnce = Math.Min(atOnce * 2, MostBlocksAtOnce);
        }
    }

    /// <summary>Notes that a counter is in use, so that <see cref="PartsAsync"/> finds it.</summary>
    /// <param name="counter">A counter with a <see cref="CapCounter.Part"/>.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async ValueTask NoteAsync(CapCounter counter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(counter);
        await table.TryInsertAsync(
            new Row(IndexOf(counter.Family), counter.Part!).Set(ExpiryProperty, counter.Period.End + ReceiptBook.Lifetime), cancellation);
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

    private static string PartitionOf(CapCounter counter, int block) => string.Create(CultureInfo.InvariantCulture, $"{counter.Name}|{block}");

    private static string RowKeyOf(int place) => (place % BlockSize).ToString("d3", CultureInfo.InvariantCulture);

    private static string IndexOf(string family) => $"index|{family}";
}
