using System.Text.Json;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Targets;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.OptOuts;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Pipeline.Targets;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Meters;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Tests.OptOuts;

/// <summary>Takes opt-outs on tables, with the secret of the other fixtures.</summary>
internal sealed class OptOutDesk : ICampaigns
{
    private static readonly IdentityHasher Hasher = new(new byte[32]);

    private readonly TimeProvider time;
    private readonly Campaign[] campaigns;

    public OptOutDesk(ITables tables, TimeProvider time, params Campaign[] campaigns)
    {
        this.time = time;
        this.campaigns = campaigns.Length > 0 ? campaigns : [TestCampaign.Loaded()];
        Tables = tables;
        Book = new(tables);
        var keys = new SuppressionKeys(Hasher);
        Store = new(tables, keys, new(tables, time), time);
        Lookup = new(Store, keys);
        Feed = new(
            tables,
            this,
            new(new(tables), new(tables), new(tables, new ChangesInTurn(tables, new InMemoryLeadQueue(time)), this), new(Hasher), time),
            time);
        Sent = new(time);
        var targets = new TellTargets(
            this, new(tables), new(Sent, [new TargetReceivers(this, new ConfigurationBuilder().Build())]), time);
        Record = new(Book, Feed, targets, Store, keys, Hasher, TimeSpan.FromDays(1_826), new LeadMetrics(new TestMeters()), time);
    }

    public ITables Tables { get; }

    /// <summary>Where systems are told.</summary>
    public InMemoryLeadQueue Sent { get; }

    public OptOutTargets Targets { get; set; } = OptOutTargets.Empty;

    OptOutTargets? ICampaigns.Targets => Targets;

    public OptOutBook Book { get; }

    public OptOutFeed Feed { get; }

    public SuppressionStore Store { get; }

    public OptOutLookup Lookup { get; }

    public RecordOptOuts Record { get; }

    IReadOnlyCollection<Campaign> ICampaigns.All => campaigns;

    public ToldOptOut Read(string json)
    {
        var cells = JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
        return new OptOutReader(this).Read(1, name => cells.GetValueOrDefault(name));
    }

    public async Task<OptOutResult> TellAsync(string json) => (await TellAllAsync(json))[0];

    public async Task<IReadOnlyList<OptOutResult>> TellAllAsync(params string[] json) =>
        await Record.HandleAsync([.. json.Select(Read)], isTrying: false, CancellationToken.None);

    public async Task<IReadOnlyList<OptOut>> AllAsync()
    {
        var all = new List<OptOut>();
        await foreach (var one in Book.ReadAsync("", time.GetUtcNow(), CancellationToken.None))
        {
            all.Add(one);
        }

        return all;
    }

    Campaign? ICampaigns.Find(CampaignId id) => Array.Find(campaigns, campaign => campaign.Id == id);
}
