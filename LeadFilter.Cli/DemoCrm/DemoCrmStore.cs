using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Cli.DemoCrm;

/// <summary>
/// The leads that the demo CRM took, each once under its idempotency key, durable in a table. It stands for a CRM on another
/// machine and shares nothing with the filter but the table's store.
/// </summary>
/// <param name="table">A table of its own, <see cref="TableName"/>.</param>
/// <param name="clock">The time.</param>
internal sealed class DemoCrmStore(ITable table, TimeProvider clock)
{
    /// <summary>The name of the table.</summary>
    public const string TableName = "DemoCrm";

    private const string Partition = "leads";
    private const string TakenAt = nameof(TakenAt);
    private const string Body = nameof(Body);

    /// <summary>Takes a lead.</summary>
    /// <param name="key">Its idempotency key.</param>
    /// <param name="body">The body as posted: a JSON object.</param>
    /// <param name="cancellation">Gives up waiting; the lead may still be taken.</param>
    /// <returns>False if a lead of this key was taken before; that one stands.</returns>
    /// <exception cref="StoreUnavailableException">The table did not confirm.</exception>
    public ValueTask<bool> TryTakeAsync(LeadId key, string body, CancellationToken cancellation) =>
        table.TryInsertAsync(new Row(Partition, key.ToDescendingKey()).Set(TakenAt, clock.GetUtcNow()).Set(Body, body), cancellation);

    /// <summary>Lists the leads, newest first.</summary>
    /// <param name="limit">The most to list.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The leads, and how many there are in all.</returns>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async ValueTask<(IReadOnlyList<TakenLead> Leads, int Count)> ListAsync(int limit, CancellationToken cancellation)
    {
        var leads = new List<TakenLead>();
        var count = 0;
        await foreach (var row in table.QueryAsync(Partition, "", null, cancellation))
        {
            count++;
            if (leads.Count < limit
                && LeadId.TryParseDescendingKey(row.RowKey, out var key)
                && row.TryGet<DateTimeOffset>(TakenAt, out var takenAt)
                && row.Text(Body) is { } body)
            {
                leads.Add(new(key, takenAt, body));
            }
        }

        return (leads, count);
    }
}
