using System.Collections.Frozen;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>The lists that there are, each with the kinds and forms of its entries: a row for each list.</summary>
/// <param name="tables">The tables.</param>
/// <param name="time">The clock.</param>
public sealed class SuppressionCatalogue(ITables tables, TimeProvider time)
{
    /// <summary>How long what was read is taken for true: another process may make a new list meanwhile.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private const string Partition = "lists";
    private const string FormsProperty = "Forms";

    private readonly ITable table = tables[TableNames.Suppressions];
    private Snapshot? latest;

    /// <summary>The lists, at most <see cref="Lifetime"/> old.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">They cannot be read.</exception>
    public async ValueTask<FrozenDictionary<SuppressionListId, SuppressionForms>> ReadAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref latest) is { } known && time.GetElapsedTime(known.At) < Lifetime)
        {
            return known.Lists;
        }

        var at = time.GetTimestamp();
        var lists = new Dictionary<SuppressionListId, SuppressionForms>();
        await foreach (var row in table.QueryAsync(Partition, "", null, cancellation))
        {
            if (SuppressionListId.TryParse(row.RowKey, out var list))
            {
                lists[list] = SuppressionForms.Parse(row.Text(FormsProperty) ?? "");
            }
        }

        var read = new Snapshot(at, lists.ToFrozenDictionary());
        Volatile.Write(ref latest, read);
        return read.Lists;
    }

    /// <summary>
    /// Notes that a list gets entries of a kind and form: before the first one is written, so that none is ever overlooked.
    /// </summary>
    /// <param name="list">The list; it is made if it is new.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="form">The form.</param>
    /// <param name="cancellation">Gives up waiting; it may be noted all the same.</param>
    public async ValueTask NoteAsync(SuppressionListId list, SuppressionKind kind, SuppressionForm form, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await table.FindAsync(Partition, list.ToString(), cancellation);
            var forms = SuppressionForms.Parse(row?.Text(FormsProperty) ?? "");
            if (row is not null && forms.Has(kind, form))
            {
                return;
            }

            var wanted = (row ?? new Row(Partition, list.ToString())).Set(FormsProperty, forms.With(kind, form).ToString());
            if (row is null ? await table.TryInsertAsync(wanted, cancellation) : await table.TryReplaceAsync(wanted, cancellation))
            {
                Volatile.Write(ref latest, null);
                return;
            }
        }
    }

    private sealed record Snapshot(long At, FrozenDictionary<SuppressionListId, SuppressionForms> Lists);
}
