using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Returns;

/// <summary>What is to be done about returns, and from when on: what follows from a change, and what silence decides.</summary>
/// <param name="tables">The tables.</param>
public sealed class ReturnAgenda(ITables tables)
{
    private const string Partition = "due";
    private const char Between = '|';
    private const int Parts = 4;
    private const string Changes = nameof(Changes);
    private const string Ticks = "D19";

    private readonly ITable table = tables[TableNames.Returns];

    /// <summary>Notes that something is to be done. Noted again, it changes nothing.</summary>
    /// <param name="returned">The return.</param>
    /// <param name="changes">How many changes the return will have by then.</param>
    /// <param name="at">From when on.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    internal async ValueTask NoteAsync(ReturnCase returned, int changes, DateTimeOffset at, CancellationToken cancellation) =>
        await table.TryInsertAsync(
            new Row(Partition, $"{KeyOf(at)}{Between}{returned.Campaign}{Between}{returned.Vendor}{Between}{returned.Lead}")
                .Set(Changes, (long)changes),
            cancellation);

    /// <summary>Reads what is to be done by now, the oldest first.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async IAsyncEnumerable<ReturnTask> ReadAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync(Partition, "", KeyOf(now.AddTicks(1)), cancellation))
        {
            var keys = row.RowKey.Split(Between);
            yield return keys.Length == Parts
                && long.TryParse(keys[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                && CampaignId.TryParse(keys[1], out var campaign)
                && VendorId.TryParse(keys[2], out var vendor)
                && LeadId.TryParse(keys[3], out var lead)
                && row.TryGet<long>(Changes, out var changes)
                ? new(campaign, vendor, lead, (int)changes, new(ticks, TimeSpan.Zero), row)
                : throw new StoreUnavailableException("A note about a return cannot be read; was it written by a newer version?");
        }
    }

    /// <summary>Forgets what is done.</summary>
    /// <param name="task">It.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    internal async ValueTask ForgetAsync(ReturnTask task, CancellationToken cancellation) =>
        await table.TryDeleteAsync(task.Row, cancellation);

    private static string KeyOf(DateTimeOffset at) => at.UtcTicks.ToString(Ticks, CultureInfo.InvariantCulture);
}
