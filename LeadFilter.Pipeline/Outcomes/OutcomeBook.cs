using System.Globalization;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Outcomes;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Outcomes;

/// <summary>
/// The outcomes of bought leads as they came: a partition for each lead, a row for each event and the key by which it is
/// recognized. Inserting the row decides whether it counts, so it counts once (G13).
/// </summary>
/// <param name="tables">The tables.</param>
public sealed class OutcomeBook(ITables tables)
{
    private const string At = nameof(At);
    private const string Value = nameof(Value);
    private const string Reason = nameof(Reason);
    private const string By = nameof(By);
    private const string WakeAt = nameof(WakeAt);
    private const string ToldAt = nameof(ToldAt);
    private const string Person = "person";
    private const string Automatic = "automatic";
    private const string Cents = "0.####";

    private readonly ITable table = tables[TableNames.Outcomes];

    /// <summary>The change that counts an outcome; it is refused if the outcome was counted before.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="outcome">What happened.</param>
    /// <param name="now">When it was told.</param>
    public static Change Counting(LeadId lead, LeadOutcome outcome, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var row = new Row(lead.ToString(), $"{LeadEventName.Of(outcome.Event)}|{outcome.Key}")
            .Set(At, outcome.At)
            .Set(Value, outcome.Value?.ToString(Cents, CultureInfo.InvariantCulture))
            .Set(Reason, outcome.Reason)
            .Set(By, outcome.By switch { ActedBy.Person => Person, ActedBy.Automatic => Automatic, _ => null })
            .Set(WakeAt, outcome.WakeAt)
            .Set(ToldAt, now);
        return Change.Insert(TableNames.Outcomes, row, beside: true);
    }

    /// <summary>What became of a lead.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async ValueTask<LeadHistory> ReadAsync(LeadId lead, CancellationToken cancellation)
    {
        var events = new List<LeadOutcome>();
        await foreach (var row in table.QueryAsync(lead.ToString(), "", null, cancellation))
        {
            events.Add(Read(row));
        }

        return LeadHistory.Of(events);
    }

    /// <summary>Until when an outcome is kept: as long as the entry of its lead.</summary>
    /// <param name="row">The outcome.</param>
    /// <param name="kept">How long bought leads are kept.</param>
    internal static DateTimeOffset? EndOf(Row row, TimeSpan kept) =>
        !LeadId.TryParse(row.PartitionKey, out var lead) ? null
        : row.TryGet<DateTimeOffset>(ToldAt, out var told) && told > lead.MadeAt ? told + kept
        : lead.MadeAt + kept;

    private static LeadOutcome Read(Row row)
    {
        var split = row.RowKey.IndexOf('|', StringComparison.Ordinal);
        return split > 0 && LeadEventName.Find(row.RowKey[..split]) is { } happened && row.TryGet<DateTimeOffset>(At, out var at)
            ? new(happened, at)
            {
                Id = row.RowKey[split + 1] == '@' ? null : row.RowKey[(split + 1)..],
                Value = row.Text(Value) is { } value ? decimal.Parse(value, CultureInfo.InvariantCulture) : null,
                Reason = row.Text(Reason),
                By = row.Text(By) switch { Person => ActedBy.Person, Automatic => ActedBy.Automatic, _ => ActedBy.Unknown },
                WakeAt = row.TryGet<DateTimeOffset>(WakeAt, out var wakeAt) ? wakeAt : null,
            }
            : throw new StoreUnavailableException("An outcome cannot be read; was it written by a newer version?");
    }
}
