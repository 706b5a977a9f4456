using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Fields.Emails;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Leads;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Suppression;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.OptOuts;

/// <summary>
/// What each vendor is told of opt-outs: those of people whom it sold, and of nobody else. Who sold somebody is what the claims say at
/// the time of the opt-out, so a person is known as long as he counts as a duplicate in some campaign.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="campaigns">The campaigns.</param>
/// <param name="leads">Finds who sold whom.</param>
/// <param name="time">The clock.</param>
public sealed class OptOutFeed(ITables tables, ICampaigns campaigns, BoughtLeads leads, TimeProvider time)
{
    /// <summary>
    /// How long an entry waits before it is told: entries of a writer that is slow must not come behind the place up to which a vendor
    /// has read.
    /// </summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    private const string Sha256 = nameof(Sha256);
    private const string Channels = nameof(Channels);
    private const string Kind = nameof(Kind);
    private const string RecordedAt = nameof(RecordedAt);
    private const string MailboxPart = "identity";
    private const int MaxKeyLength = 100;

    private readonly ITable table = tables[TableNames.OptOuts];

    /// <summary>Whether a text has the form of a key.</summary>
    /// <param name="key">The text.</param>
    public static bool IsKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Length is > 0 and <= MaxKeyLength && key.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }

    /// <summary>Reads the feed of a vendor.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="since">From when on; null for everything.</param>
    /// <param name="after">The key after which to go on; null to begin.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The oldest first.</returns>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async IAsyncEnumerable<SoldOptOut> ReadAsync(
        VendorId vendor, DateTimeOffset? since, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var from = after ?? (since is { } start ? Begin(start) : "");
        await foreach (var row in table.QueryAsync(PartitionOf(vendor), from, Begin(now - Delay), cancellation))
        {
            if (row.RowKey != after && row.ExpiresAt > now && Read(row) is { } entry)
            {
                yield return entry;
            }
        }
    }

    /// <summary>Notes an opt-out for every vendor that sold the person. Done again, it is noted again, which changes nothing.</summary>
    /// <param name="told">The opt-out.</param>
    /// <param name="expires">When it ends.</param>
    /// <param name="cancellation">Gives up; some may be noted.</param>
    /// <exception cref="StoreUnavailableException">Some may be noted. Do it again.</exception>
    internal async ValueTask NoteAsync(ToldOptOut told, DateTimeOffset expires, CancellationToken cancellation)
    {
        var sellers = new HashSet<VendorId>();
        foreach (var campaign in campaigns.All.Where(one => told.Scope.Count == 0 || told.Scope.Contains(one.Id)))
        {
            foreach (var person in told.Persons)
            {
                foreach (var hash in (string?[])[person.Sha256, person.AddressSha256])
                {
                    if (hash is not null)
                    {
                        await AddSellersAsync(campaign, person.Kind, hash, sellers, cancellation);
                    }
                }
            }
        }

        foreach (var vendor in sellers)
        {
            foreach (var person in told.Persons)
            {
                var now = time.GetUtcNow();
                var row = new Row(PartitionOf(vendor), $"{Begin(now)}-{SuppressionKindName.Of(person.Kind)}-{person.Sha256}")
                    .Set(Kind, SuppressionKindName.Of(person.Kind))
                    .Set(Sha256, person.Sha256)
                    .Set(Channels, string.Join(' ', ContactChannelName.Of(told.Channels)))
                    .Set(RecordedAt, now)
                    .Expire(expires);
                await table.TryInsertAsync(row, cancellation);
            }
        }
    }

    private static string PartitionOf(VendorId vendor) => $"feed|{vendor}";

    private static string Begin(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static SoldOptOut? Read(Row row) =>
        SuppressionKindName.TryParse(row.Text(Kind), out var kind) && row.Text(Sha256) is { } sha256
            && row.TryGet<DateTimeOffset>(RecordedAt, out var recordedAt)
            ? new(
                row.RowKey,
                kind,
                sha256,
                (row.Text(Channels) ?? "").Split(' ').Aggregate(
                    ContactChannels.None, static (all, word) => all | ContactChannelName.Find(word)),
                recordedAt)
            : null;

    private async ValueTask AddSellersAsync(
        Campaign campaign, SuppressionKind kind, string sha256, HashSet<VendorId> sellers, CancellationToken cancellation)
    {
        await foreach (var lead in leads.FindAllAsync(
            campaign, operand => KindOf(campaign, operand) == kind ? sha256 : null, cancellation))
        {
            sellers.Add(lead.Vendor);
        }
    }

    private static SuppressionKind? KindOf(Campaign campaign, FieldOperand operand) =>
        (campaign.Layout.Fields[operand.Slot].Type, operand.Part?.Name) switch
        {
            (EmailType, null or MailboxPart) => SuppressionKind.Email,
            (PhoneType, null) => SuppressionKind.Phone,
            _ => null,
        };
}
