using System.Net;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Permissions;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Delivery.Webhook;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.OptOuts;
using LeadFilter.Pipeline.Outgoing;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Pipeline.Targets;
using LeadFilter.Tests.Meters;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Tests.Delivery;

/// <summary>Delivery with all that it needs: a CRM on a real port, queue and tables in memory, a fake clock.</summary>
internal sealed class DeliveryScene : IAsyncDisposable, ICampaigns
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly IdentityHasher Hasher = new(new byte[32]);

    private readonly WebhookCaller caller;
    private readonly WebhookConnector connector;

    private DeliveryScene(ScriptedCrm crm, DeliveryOptions options, string mayCall, Dictionary<string, IPAddress[]> names, bool atOnce)
    {
        Crm = crm;
        Plan = new(crm.Address.ToString(), null, null);
        Queue = new(Clock);
        Settings = new ConfigurationBuilder().AddInMemoryCollection().Build();
        Assert.IsTrue(Destinations.TryParse(mayCall, out var allowed));
        var connections = new GuardedConnections(
            allowed,
            (host, cancellation) => names.TryGetValue(host, out var known) ? Task.FromResult(known) : Dns.GetHostAddressesAsync(host, cancellation));
        caller = new(options, connections, Clock, new Random(7), Logs.For<WebhookCaller>());
        connector = new(options, caller, Settings);
        Ledger = new(Tables);
        IChanges changes = atOnce ? new FaultyChanges(Tables, Queue) : new ChangesInTurn(Tables, Queue);
        var keys = new SuppressionKeys(Hasher);
        var store = new SuppressionStore(Tables, keys, new(Tables, Clock), Clock);
        var feed = new OptOutFeed(
            Tables, this, new(Ledger, new(Tables), new(Tables, new ChangesInTurn(Tables, Queue), this), new(Hasher), Clock), Clock);
        var targets = new TellTargets(this, new(Tables), new(Queue, []), Clock);
        OptOuts = new(new(Tables), feed, targets, store, keys, Hasher, TimeSpan.FromDays(1_826), new(Meters), Clock);
        Forwarder = new(this, Ledger, new(store, keys), Queue, changes, connector, Clock, new Random(7), new(Clock, Logs.For<DeliveryWatch>()), new(Meters), Logs.For<Forwarder>());
    }

    /// <summary>One try a delivery, so that a test's script is read one step an attempt.</summary>
    public static DeliveryOptions OneTry => new() { Retries = 0, BreakAtCalls = 1_000 };

    public ScriptedCrm Crm { get; }

    public TimerClock Clock { get; } = new(Start);

    public FaultyTables Tables { get; } = new();

    public FaultyLeadQueue Queue { get; }

    public CapturedLogs Logs { get; } = new();

    public TestMeters Meters { get; } = new();

    public IConfiguration Settings { get; }

    public LeadLedger Ledger { get; }

    /// <summary>The ledger's rows of leads, without those of attempts and of the CRM's ids.</summary>
    public IReadOnlyList<Row> Entries => [.. Tables[TableNames.Ledger].Rows.Where(row => LeadId.TryParse(row.RowKey, out _))];

    public Forwarder Forwarder { get; }

    public RecordOptOuts OptOuts { get; }

    /// <summary>How the campaign heeds opt-outs.</summary>
    public OptOutPlan OptOutPlan { get; set; } = OptOutPlan.None;

    public DeliveryPlan Plan { get; set; }

    public FieldLayout Layout { get; set; } = SampleFields.Layout;

    /// <summary>Whether the campaign is loaded.</summary>
    public bool HasCampaign { get; set; } = true;

    public static async Task<DeliveryScene> StartAsync(
        DeliveryOptions? options = null, string mayCall = "127.0.0.0/8, ::1/128", Dictionary<string, IPAddress[]>? names = null, bool atOnce = false) =>
        new(await ScriptedCrm.StartAsync(), options ?? OneTry, mayCall, names ?? [], atOnce);

    public static LeadMessage NewLead(params IEnumerable<(string Name, string Raw)> fields)
    {
        Assert.IsTrue(CampaignId.TryParse("solar", out var campaign));
        Assert.IsTrue(VendorId.TryParse("acme", out var vendor));
        Assert.IsTrue(Money.TryCreate(12.5m, out var price));
        return new()
        {
            Id = LeadId.Create(Start, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
            Campaign = campaign,
            CampaignVersion = "2026-11-01.1",
            Vendor = vendor,
            Source = "example.com",
            ReceivedAt = Start,
            Route = Route.Sales,
            Price = price,
            Fields = [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Raw))],
        };
    }

    /// <summary>Delivers a lead without the queue.</summary>
    public Task<DeliveryResult> DeliverAsync(LeadMessage message, CancellationToken cancellation = default)
    {
        var draft = new LeadDraft(Layout);
        foreach (var (name, raw) in message.Fields)
        {
            draft.Add(name, raw);
        }

        return connector.DeliverAsync(message, draft.ToLead(message.ReceivedAt), Plan, cancellation);
    }

    public async Task<DeliveryRecord?> DeliveryOfAsync(LeadId lead) => (await Ledger.FindAsync(lead, CancellationToken.None))?.Delivery;

    public Task<Settlement> HandleAsync(QueueMessage message, CancellationToken cancellation = default) =>
        Forwarder.HandleAsync(message, cancellation);

    /// <summary>Receives, handles and settles messages as a host does, letting the time pass, until the queue is empty.</summary>
    public async Task DrainAsync()
    {
        while (Queue.Messages is { Count: > 0 } messages)
        {
            var next = messages.Min(message => message.NotBefore ?? Clock.GetUtcNow());
            if (next > Clock.GetUtcNow())
            {
                Clock.Advance(next - Clock.GetUtcNow());
            }

            var message = Queue.Receive(QueueNames.Leads)!;
            try
            {
                var settlement = await HandleAsync(message);
                if (settlement.IsComplete)
                {
                    Queue.Complete(message);
                }
                else
                {
                    Queue.Bury(message, settlement.Reason!, settlement.Description!);
                }
            }
            catch (CrashException)
            {
                Queue.Abandon(message);
            }
        }
    }

    public async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync()
    {
        var dead = new List<DeadLetter>();
        await foreach (var letter in Queue.ListAsync(QueueNames.Leads, CancellationToken.None))
        {
            dead.Add(letter);
        }

        return dead;
    }

    IReadOnlyCollection<Campaign> ICampaigns.All => [];

    Campaign? ICampaigns.Find(CampaignId id) => !HasCampaign || id.ToString() != "solar" ? null : new()
    {
        Id = id,
        Version = "2026-11-01.1",
        Layout = Layout,
        Delivery = Plan,
        OptOuts = OptOutPlan,
    };

    public async ValueTask DisposeAsync()
    {
        caller.Dispose();
        await Crm.DisposeAsync();
    }
}
