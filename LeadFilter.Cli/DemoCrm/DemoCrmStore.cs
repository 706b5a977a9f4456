using System.Runtime.CompilerServices;
using System.Text;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Upkeep;

namespace LeadFilter.Cli.DemoCrm;

/// <summary>
/// The leads that the demo CRM took, each once under its idempotency key, durable in a table; the newest ones, within bounds. It
/// stands for a CRM on another machine and shares nothing with the filter but the table's store.
/// </summary>
/// <param name="table">A table of its own, <see cref="TableName"/>.</param>
/// <param name="options">How much is kept, and for how long.</param>
/// <param name="clock">The time.</param>
internal sealed class DemoCrmStore(ITable table, DemoCrmOptions options, TimeProvider clock) : IDisposable
{
    /// <summary>The name of the table.</summary>
    public const string TableName = "DemoCrm";

    private const string Partition = "leads";
    private const string TakenAt = nameof(TakenAt);
    private const string Body = nameof(Body);

    private readonly SemaphoreSlim loading = new(1);
    private readonly Lock changing = new();

    // In the order in which they were taken. A caller chooses the ids, and by their order it could keep its own leads forever.
    private readonly Queue<KeptLead> kept = [];
    private bool isLoaded;
    private long bytes;

    /// <summary>How long the rows of the table are kept.</summary>
    /// <param name="options">What is set.</param>
    public static RetentionRule Retention(DemoCrmOptions options) => RetentionRule.Fixed(
        TableName, row => row.TryGet<DateTimeOffset>(TakenAt, out var takenAt) ? takenAt + options.Keep : null);

    /// <summary>Takes a lead.</summary>
    /// <param name="key">Its idempotency key.</param>
    /// <param name="body">The body as posted: a JSON object.</param>
    /// <param name="cancellation">Gives up waiting; the lead may still be taken.</param>
    /// <returns>False if a lead of this key was taken before; that one stands.</returns>
    /// <exception cref="StoreUnavailableException">The table did not confirm.</exception>
    public async ValueTask<bool> TryTakeAsync(LeadId key, string body, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var now = clock.GetUtcNow();
        var row = new Row(Partition, key.ToDescendingKey()).Set(TakenAt, now).Set(Body, body);
        if (!await table.TryInsertAsync(row, cancellation))
        {
            return false;
        }

        Note(new(row.RowKey, now, Encoding.UTF8.GetByteCount(body)));
        await TrimAsync(cancellation);
        return true;
    }

    /// <summary>How many leads there are.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async ValueTask<int> CountAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        await TrimAsync(cancellation);
        lock (changing)
        {
            return kept.Count;
        }
    }

    /// <summary>Lists leads, newest first, as the caller goes on.</summary>
    /// <param name="after">The lead after which to begin; null for the newest.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async IAsyncEnumerable<TakenLead> ListAsync(LeadId? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = after is { } last ? last.ToDescendingKey() + '\0' : "";
        await foreach (var row in table.QueryAsync(Partition, from, null, cancellation))
        {
            if (LeadId.TryParseDescendingKey(row.RowKey, out var key)
                && row.TryGet<DateTimeOffset>(TakenAt, out var takenAt)
                && row.Text(Body) is { } body)
            {
                yield return new(key, takenAt, body);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => loading.Dispose();

    /// <summary>Finds once what an earlier process left.</summary>
    private async ValueTask LoadAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref isLoaded))
        {
            return;
        }

        await loading.WaitAsync(cancellation);
        try
        {
            if (!isLoaded)
            {
                var found = new List<KeptLead>();
                await foreach (var row in table.QueryAsync(Partition, "", null, cancellation))
                {
                    row.TryGet<DateTimeOffset>(TakenAt, out var takenAt);
                    found.Add(new(row.RowKey, takenAt, Encoding.UTF8.GetByteCount(row.Text(Body) ?? "")));
                }

                foreach (var lead in found.OrderBy(static lead => lead.TakenAt))
                {
                    Note(lead);
                }

                Volatile.Write(ref isLoaded, true);
            }
        }
        finally
        {
            loading.Release();
        }
    }

    private void Note(KeptLead lead)
    {
        lock (changing)
        {
            kept.Enqueue(lead);
            bytes += lead.Bytes;
        }
    }

    /// <summary>
    /// Deletes what is too many or too old. What cannot be deleted now is found again by the next process, or by the sweep.
    /// </summary>
    private async ValueTask TrimAsync(CancellationToken cancellation)
    {
        while (TakeSurplus() is { } surplus)
        {
            if (await table.FindAsync(Partition, surplus.RowKey, cancellation) is { } row)
            {
                await table.TryDeleteAsync(row, cancellation);
            }
        }
    }

    private KeptLead? TakeSurplus()
    {
        lock (changing)
        {
            if (!kept.TryPeek(out var oldest)
                || (kept.Count <= options.MaxLeads && bytes <= options.MaxBytes && oldest.TakenAt + options.Keep > clock.GetUtcNow()))
            {
                return null;
            }

            bytes -= oldest.Bytes;
            return kept.Dequeue();
        }
    }
}
