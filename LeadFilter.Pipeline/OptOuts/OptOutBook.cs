using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.OptOuts;

/// <summary>
/// The opt-outs as they were taken: a row for each request. What makes them hold stands with the suppression lists, and is written
/// first.
/// </summary>
/// <param name="tables">The tables.</param>
public sealed class OptOutBook(ITables tables)
{
    private const int PartitionDigits = 2;
    private const int Partitions = 256;
    private const string Persons = nameof(Persons);
    private const string Channels = nameof(Channels);
    private const string Scope = nameof(Scope);
    private const string ReceivedAt = nameof(ReceivedAt);
    private const string RecordedAt = nameof(RecordedAt);
    private const string How = nameof(How);
    private const string RequestId = nameof(RequestId);

    private readonly ITable table = tables[TableNames.OptOuts];

    /// <summary>Finds an opt-out.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="now">The time: one that has ended is not found.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async ValueTask<OptOut?> FindAsync(string id, DateTimeOffset now, CancellationToken cancellation) =>
        IsId(id) && await table.FindAsync(id[..PartitionDigits], id, cancellation) is { } row && Read(row) is var found
            && found.ExpiresAt > now
                ? found
                : null;

    /// <summary>Keeps an opt-out.</summary>
    /// <param name="optOut">The opt-out.</param>
    /// <param name="cancellation">Gives up waiting; it may be kept all the same.</param>
    /// <returns>False if it is kept already; that one stands.</returns>
    /// <exception cref="StoreUnavailableException">The table did not confirm. Do it again.</exception>
    internal async ValueTask<bool> TryAddAsync(OptOut optOut, CancellationToken cancellation)
    {
        var row = RowOf(optOut);
        while (!await table.TryInsertAsync(row, cancellation))
        {
            if (await table.FindAsync(row.PartitionKey, row.RowKey, cancellation) is not { } found)
            {
                continue;
            }

            if (found.ExpiresAt > optOut.RecordedAt)
            {
                return false;
            }

            // It has ended, and the sweep has not come by.
            row.ETag = found.ETag;
            if (await table.TryReplaceAsync(row, cancellation))
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>Reads all opt-outs, in the order of their ids.</summary>
    /// <param name="after">The id after which to begin; empty for the first.</param>
    /// <param name="now">The time: those that have ended are left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async IAsyncEnumerable<OptOut> ReadAsync(
        string after, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var first = IsId(after) ? int.Parse(after[..PartitionDigits], NumberStyles.HexNumber, CultureInfo.InvariantCulture) : 0;
        for (var partition = first; partition < Partitions; partition++)
        {
            var name = partition.ToString("x2", CultureInfo.InvariantCulture);
            await foreach (var row in table.QueryAsync(name, partition == first ? after : "", null, cancellation))
            {
                if (row.RowKey != after && Read(row) is var found && found.ExpiresAt > now)
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>Whether a text has the form of an id.</summary>
    /// <param name="text">The text.</param>
    public static bool IsId(string? text) => text is { Length: RecordOptOuts.IdDigits } && text.All(char.IsAsciiHexDigitLower);

    private static Row RowOf(OptOut optOut) => new Row(optOut.Id[..PartitionDigits], optOut.Id)
        .Set(Persons, string.Join(' ', optOut.Persons.Select(static one =>
            $"{SuppressionKindName.Of(one.Kind)}:{one.Sha256}{(one.Masked is null ? "" : ":")}{one.Masked}")))
        .Set(Channels, string.Join(' ', ContactChannelName.Of(optOut.Channels)))
        .Set(Scope, optOut.Scope.Count == 0 ? null : string.Join(' ', optOut.Scope))
        .Set(ReceivedAt, optOut.ReceivedAt)
        .Set(RecordedAt, optOut.RecordedAt)
        .Set(How, optOut.How)
        .Set(RequestId, optOut.RequestId)
        .Expire(optOut.ExpiresAt);

    private static OptOut Read(Row row) =>
        row.TryGet<DateTimeOffset>(ReceivedAt, out var receivedAt) && row.TryGet<DateTimeOffset>(RecordedAt, out var recordedAt)
            && row.ExpiresAt is { } expiresAt
            ? new(row.RowKey)
            {
                Persons = [.. WordsOf(row, Persons).Select(PersonOf)],
                Channels = WordsOf(row, Channels).Aggregate(
                    ContactChannels.None, static (all, word) => all | ContactChannelName.Find(word)),
                Scope =
                [
                    .. WordsOf(row, Scope).Select(static word => CampaignId.TryParse(word, out var id) ? id : (CampaignId?)null)
                        .OfType<CampaignId>(),
                ],
                ReceivedAt = receivedAt,
                RecordedAt = recordedAt,
                ExpiresAt = expiresAt,
                How = row.Text(How),
                RequestId = row.Text(RequestId),
            }
            : throw new StoreUnavailableException("An opt-out cannot be read; was it written by a newer version?");

    private static OptOutPerson PersonOf(string word) =>
        word.Split(':', 3) is [var kindName, var sha256, .. var masked] && SuppressionKindName.TryParse(kindName, out var kind)
            ? new(kind, sha256, masked.Length > 0 ? masked[0] : null)
            : throw new StoreUnavailableException("An opt-out cannot be read; was it written by a newer version?");

    private static string[] WordsOf(Row row, string name) => row.Text(name)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
