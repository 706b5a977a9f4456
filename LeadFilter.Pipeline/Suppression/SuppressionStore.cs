using System.Globalization;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Batches;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>
/// Who is on which suppression list: a row for each value under its keyed hash, with the names of all lists on which it stands, so
/// that a lead costs one read for each of its identities however many lists are asked.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="keys">Makes keyed hashes.</param>
/// <param name="catalogue">The lists that there are.</param>
/// <param name="time">The clock.</param>
public sealed class SuppressionStore(ITables tables, SuppressionKeys keys, SuppressionCatalogue catalogue, TimeProvider time)
{
    private const string ListsProperty = "Lists";
    private const string KindProperty = "Kind";

    /// <summary>
    /// How many rows are changed or partitions are read at once: enough that a store which makes one commit of many is kept
    /// busy.
    /// </summary>
    private const int AtOnce = 128;

    private const int PartitionDigits = 2;
    private const int Partitions = 256;

    private readonly ITable table = tables[TableNames.Suppressions];

    /// <summary>From when on an entry stands on no list; null if it stands on one forever, or is no entry.</summary>
    /// <param name="row">The entry.</param>
    internal static DateTimeOffset? EndOf(Row row) => row.Text(ListsProperty) is { } lists ? SuppressionMembership.Parse(lists).End : null;

    /// <summary>Puts values on a list. Doing it again changes nothing.</summary>
    /// <param name="batch">The values; the list is made if it is new.</param>
    /// <param name="cancellation">Gives up; some may be on the list.</param>
    /// <exception cref="StoreUnavailableException">Some may be on the list; put them again.</exception>
    public async Task<SuppressionTally> AddAsync(SuppressionBatch batch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await catalogue.NoteAsync(batch.List, batch.Kind, batch.Form, cancellation);
        long added = 0, renewed = 0, already = 0;
        var invalid = await EachAsync(
            batch,
            async made =>
            {
                switch (await PutAsync(made[0], batch, cancellation))
                {
                    case true:
                        Interlocked.Increment(ref added);
                        break;
                    case false:
                        Interlocked.Increment(ref renewed);
                        break;
                    default:
                        Interlocked.Increment(ref already);
                        break;
                }
            },
            value => keys.TryMake(batch.Kind, batch.Form, value, out var key, out var why) ? ([key], null) : ([], why),
            cancellation);
        return new() { Added = added, Renewed = renewed, AlreadyThere = already, Invalid = invalid };
    }

    /// <summary>Takes values off a list, in whatever form they came. Doing it again changes nothing.</summary>
    /// <param name="batch">The values.</param>
    /// <param name="cancellation">Gives up; some may be off the list.</param>
    /// <exception cref="StoreUnavailableException">Some may be off the list; take them off again.</exception>
    public async Task<SuppressionTally> RemoveAsync(SuppressionBatch batch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var distinct = batch with { Values = [.. batch.Values.DistinctBy(static one => one.Value)] };
        long removed = 0;
        var invalid = await EachAsync(
            distinct,
            async made =>
            {
                var off = false;
                foreach (var key in made)
                {
                    off |= await TakeOffAsync(key, batch.List, cancellation);
                }

                Interlocked.Add(ref removed, off ? 1 : 0);
            },
            value => KeysToRemove(batch, value),
            cancellation);
        return new() { Removed = removed, NotThere = distinct.Values.Count - invalid.Count - removed, Invalid = invalid };
    }

    /// <summary>The lists of entries.</summary>
    /// <param name="key">An entry's key.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if there is no such entry.</returns>
    internal async ValueTask<SuppressionMembership?> FindAsync(string key, CancellationToken cancellation) =>
        await table.FindAsync(key[..PartitionDigits], key, cancellation) is { } row
            ? SuppressionMembership.Parse(row.Text(ListsProperty) ?? "")
            : null;

    /// <summary>
    /// Gives an entry marks of opt-outs until a time at least. Doing it again changes nothing, and marks are never taken away.
    /// </summary>
    /// <param name="key">The entry's key.</param>
    /// <param name="kind">What it is of.</param>
    /// <param name="marks">The marks, see <see cref="OptOutMark"/>.</param>
    /// <param name="expires">Until when.</param>
    /// <param name="cancellation">Gives up waiting; it may have them all the same.</param>
    /// <exception cref="StoreUnavailableException">It may have them all the same; do it again.</exception>
    internal async ValueTask MarkAsync(
        string key, SuppressionKind kind, IReadOnlyList<string> marks, DateTimeOffset expires, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await table.FindAsync(key[..PartitionDigits], key, cancellation);
            var lists = SuppressionMembership.Parse(row?.Text(ListsProperty) ?? "");
            var isNew = false;
            foreach (var mark in marks)
            {
                isNew |= lists.Extend(mark, expires);
            }

            if (!isNew)
            {
                return;
            }

            var wanted = (row ?? new Row(key[..PartitionDigits], key).Set(KindProperty, SuppressionKindName.Of(kind)))
                .Set(ListsProperty, lists.ToString());
            if (row is null ? await table.TryInsertAsync(wanted, cancellation) : await table.TryReplaceAsync(wanted, cancellation))
            {
                return;
            }
        }
    }

    /// <summary>Counts the entries of every list. It reads the whole table: not for the way of a lead.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The lists in the order of their names, also those without entries.</returns>
    public async Task<IReadOnlyList<SuppressionCount>> CountAsync(CancellationToken cancellation)
    {
        var counts = (await catalogue.ReadAsync(cancellation)).Keys.ToDictionary(
            list => list.ToString(), _ => new Dictionary<SuppressionKind, long>(), StringComparer.Ordinal);
        var now = time.GetUtcNow();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellation };
        await Parallel.ForAsync(0, Partitions, parallel, async (partition, stop) =>
        {
            await foreach (var row in table.QueryAsync(partition.ToString("x2", CultureInfo.InvariantCulture), "", null, stop))
            {
                Count(row, now, counts);
            }
        });
        return
        [
            .. counts.OrderBy(static one => one.Key, StringComparer.Ordinal)
                .Select(static one => SuppressionListId.TryParse(one.Key, out var list) ? new SuppressionCount(list, one.Value) : null)
                .OfType<SuppressionCount>(),
        ];
    }

    private static void Count(Row row, DateTimeOffset now, Dictionary<string, Dictionary<SuppressionKind, long>> counts)
    {
        if (!SuppressionKindName.TryParse(row.Text(KindProperty), out var kind))
        {
            return;
        }

        foreach (var list in SuppressionMembership.Parse(row.Text(ListsProperty) ?? "").At(now))
        {
            if (counts.TryGetValue(list, out var ofList))
            {
                lock (ofList)
                {
                    ofList[kind] = ofList.GetValueOrDefault(kind) + 1;
                }
            }
        }
    }

    private static async Task<IReadOnlyList<InvalidValue>> EachAsync(
        SuppressionBatch batch,
        Func<IReadOnlyList<string>, Task> change,
        Func<string, (IReadOnlyList<string> Keys, string? Why)> read,
        CancellationToken cancellation)
    {
        var invalid = new List<InvalidValue>();
        await Parallel.ForEachAsync(
            batch.Values,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (one, _) =>
            {
                var (made, why) = read(one.Value);
                if (why is not null)
                {
                    lock (invalid)
                    {
                        invalid.Add(new(one.Line, why));
                    }
                }

                if (made.Count > 0)
                {
                    await change(made);
                }
            });
        return [.. invalid.OrderBy(static one => one.Line)];
    }

    /// <summary>A plain value may stand on the list in any form.</summary>
    private (IReadOnlyList<string> Keys, string? Why) KeysToRemove(SuppressionBatch batch, string value) =>
        batch.Form != SuppressionForm.Plain
            ? keys.TryMake(batch.Kind, batch.Form, value, out var key, out var why) ? ([key], null)
            : ([], why)
        : SuppressionIdentity.TryRead(batch.Kind, value, out var identity, out why) ? ([.. keys.Of(identity, SuppressionForms.All)], null)
        : ([], why);

    /// <summary>Puts an entry on a list: true if it is new there, false if its end was moved, null if nothing changed.</summary>
    private async ValueTask<bool?> PutAsync(string key, SuppressionBatch batch, CancellationToken cancellation)
    {
        var first = new SuppressionMembership();
        first.Put(batch.List, batch.Expires);
        var row = new Row(key[..PartitionDigits], key)
            .Set(KindProperty, SuppressionKindName.Of(batch.Kind))
            .Set(ListsProperty, first.ToString());
        while (!await table.TryInsertAsync(row, cancellation))
        {
            if (await table.FindAsync(row.PartitionKey, row.RowKey, cancellation) is not { } found)
            {
                continue;
            }

            var lists = SuppressionMembership.Parse(found.Text(ListsProperty) ?? "");
            var stood = lists.Has(batch.List, time.GetUtcNow());
            if (!lists.Put(batch.List, batch.Expires))
            {
                return null;
            }

            if (await table.TryReplaceAsync(found.Set(ListsProperty, lists.ToString()), cancellation))
            {
                return !stood;
            }
        }

        return true;
    }

    private async ValueTask<bool> TakeOffAsync(string key, SuppressionListId list, CancellationToken cancellation)
    {
        while (await table.FindAsync(key[..PartitionDigits], key, cancellation) is { } found)
        {
            var lists = SuppressionMembership.Parse(found.Text(ListsProperty) ?? "");
            if (!lists.Remove(list))
            {
                return false;
            }

            if (lists.IsEmpty
                ? await table.TryDeleteAsync(found, cancellation)
                : await table.TryReplaceAsync(found.Set(ListsProperty, lists.ToString()), cancellation))
            {
                return true;
            }
        }

        return false;
    }
}
