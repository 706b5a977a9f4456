using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Notices;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Statements;

/// <summary>
/// Tells vendors who want to be told that a month's statement is ready, with its sums. Each month is told once; if a process dies in
/// between, perhaps again under the same id.
/// </summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="statements">Counts.</param>
/// <param name="notices">Tells.</param>
/// <param name="tables">Where it stands what was told.</param>
/// <param name="time">The clock.</param>
public sealed class StatementNotices(
    ICampaigns campaigns, StatementReader statements, NoticeSender notices, ITables tables, TimeProvider time)
{
    /// <summary>How long after its end a month is told: by then, decisions that were late are written.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromHours(6);

    private const string Kind = "statement";
    private const int IdDigits = 32;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    private readonly ITable table = tables[TableNames.Returns];

    /// <summary>Tells what is to be told by now.</summary>
    /// <param name="cancellation">Gives up; the rest is told by the next call.</param>
    /// <returns>How many statements were told.</returns>
    /// <exception cref="StoreUnavailableException">A table or the queue is down; the rest is told by the next call.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var told = 0;
        foreach (var campaign in campaigns.All)
        {
            var month = StatementMonth.Of(time.GetUtcNow() - Delay, campaign.TimeZone).Previous;
            foreach (var vendor in campaign.Policies.Keys)
            {
                told += await TryTellAsync(campaign, vendor, month, cancellation) ? 1 : 0;
            }
        }

        return told;
    }

    private async ValueTask<bool> TryTellAsync(
        Campaign campaign, VendorId vendor, StatementMonth month, CancellationToken cancellation)
    {
        var (receiver, row) = (NoticeReceiver.Vendor(vendor), new Row($"{campaign.Id}|statements", $"{vendor}|{month}"));
        if (!notices.Tells(receiver) || await table.FindAsync(row.PartitionKey, row.RowKey, cancellation) is not null)
        {
            return false;
        }

        var statement = await statements.ReadAsync(campaign, vendor, month, cancellation);
        var isTold = statement.Lines.Count + statement.EarlierLines.Count > 0 && await notices.SendAsync(
            new()
            {
                Id = IdOf(campaign.Id, vendor, month),
                Kind = Kind,
                To = receiver,
                CreatedAt = time.GetUtcNow(),
                Data = DataOf(statement),
            },
            cancellation);
        await table.TryInsertAsync(row.Expire(statement.Period.End + Kept), cancellation);
        return isTold;
    }

    /// <summary>Names of campaigns and vendors may be too long for the id of a notice.</summary>
    private static string IdOf(CampaignId campaign, VendorId vendor, StatementMonth month) =>
        $"statement-{month}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{campaign}|{vendor}")))[..IdDigits]}";

    private static byte[] DataOf(Statement statement)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("campaign", statement.Campaign.ToString());
            json.WriteString("month", statement.Month.ToString());
            Write(json, "by_purchase", statement.ByPurchase);
            Write(json, "by_decision", statement.ByDecision);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, StatementTotals totals)
    {
        json.WriteStartObject(name);
        json.WriteNumber("bought", totals.Bought.Amount);
        json.WriteNumber("returned", totals.Returned.Amount);
        json.WriteNumber("credited", totals.Credited.Amount);
        json.WriteNumber("owed", totals.Owed);
        json.WriteEndObject();
    }
}
