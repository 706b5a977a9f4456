using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Resends;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// The entries of budgets in the table. Each has the number after the last one's and the total of all up to it, so that inserting
/// it under its number proves that nothing else was taken in between.
/// </summary>
/// <param name="table">The table.</param>
internal sealed class BudgetEntries(ITable table)
{
    private const string LeadProperty = "Lead";
    private const string AmountProperty = "Amount";
    private const string TotalProperty = "Total";
    private const string ReturnsProperty = "Returns";

    /// <summary>Appends an entry.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="entry">The entry: its number is one more than that of the last one, and its total what follows from that.</param>
    /// <param name="cancellation">Gives up waiting; it may be appended all the same.</param>
    /// <returns>False if there is an entry of this number.</returns>
    public ValueTask<bool> TryAppendAsync(CapCounter counter, BudgetEntry entry, CancellationToken cancellation) =>
        table.TryInsertAsync(
            new Row(PartitionOf(counter), RowKeyOf(entry.Number))
                .Set(LeadProperty, entry.Lead)
                .Set(AmountProperty, entry.Amount)
                .Set(TotalProperty, entry.Total)
                .Set(ReturnsProperty, entry.Returns is { } returned ? (long)returned : null)
                .Expire(counter.Period.End + ResendWindow.Length),
            cancellation);

    /// <summary>Finds an entry.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="number">Its number.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<BudgetEntry?> FindAsync(CapCounter counter, int number, CancellationToken cancellation) =>
        await table.FindAsync(PartitionOf(counter), RowKeyOf(number), cancellation) is { } row ? EntryOf(row) : null;

    /// <summary>Finds the last entry without reading all: there are no gaps.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if there is none.</returns>
    public async ValueTask<BudgetEntry?> FindLastAsync(CapCounter counter, CancellationToken cancellation)
    {
        BudgetEntry? last = null;
        var step = 1;
        for (; await FindAsync(counter, step - 1, cancellation) is { } found; step *= 2)
        {
            last = found;
        }

        var (low, high) = (last is { } known ? known.Number + 1 : 0, step - 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (await FindAsync(counter, middle, cancellation) is { } found)
            {
                last = found;
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return last;
    }

    /// <summary>Reads the entries, ascending.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<BudgetEntry> ReadAsync(
        CapCounter counter, int first, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync(PartitionOf(counter), RowKeyOf(first), null, cancellation))
        {
            yield return EntryOf(row);
        }
    }

    private static BudgetEntry EntryOf(Row row) => new(
        int.Parse(row.RowKey, CultureInfo.InvariantCulture),
        row.Text(LeadProperty) ?? "",
        row.TryGet<long>(AmountProperty, out var amount) ? amount : 0,
        row.TryGet<long>(TotalProperty, out var total) ? total : 0,
        row.TryGet<long>(ReturnsProperty, out var returns) ? (int)returns : null);

    private static string PartitionOf(CapCounter counter) => $"{counter.Name}|spent";

    private static string RowKeyOf(int number) => number.ToString("d9", CultureInfo.InvariantCulture);
}
