using System.Net;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Permissions;
using LeadFilter.Core.Targets;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Delivery.Webhook;
using LeadFilter.Pipeline.Notices;
using LeadFilter.Pipeline.Outgoing;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Meters;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Tests.Notices;

/// <summary>Notices with all that they need: a vendor's system on a real port, queue and tables in memory, a fake clock.</summary>
internal sealed class NoticeScene : IAsyncDisposable, ICampaigns
{
    public const string SecretName = "LEADFILTER_SECRET_ACME";
    public const string Secret = "swordfish";

    public static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly WebhookCaller caller;

    private NoticeScene(ScriptedCrm receiver, bool atOnce, Func<NoticeScene, INoticeReceivers>? others)
    {
        Receiver = receiver;
        Queue = new(Clock);
        Assert.IsTrue(Destinations.TryParse("127.0.0.0/8, ::1/128", out var allowed));
        var connections = new GuardedConnections(allowed, static (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation));
        caller = new(DeliveryScene.OneTry, connections, Clock, new Random(7), Logs.For<WebhookCaller>());
        Vendors = VendorsWith(new(receiver.Address, SecretName));
        INoticeReceivers[] receivers = [new VendorReceivers(this, Settings), .. others is null ? [] : new[] { others(this) }];
        Sender = new(Queue, receivers);
        IChanges changes = atOnce ? new FaultyChanges(Tables, Queue) : new ChangesInTurn(Tables, Queue);
        Forwarder = new(receivers, new NoticePost(caller), Queue, changes, Clock, new Random(7), new(Meters), Logs.For<NoticeForwarder>());
    }

    public ScriptedCrm Receiver { get; }

    public TimerClock Clock { get; } = new(Start);

    public FaultyTables Tables { get; } = new();

    public FaultyLeadQueue Queue { get; }

    public CapturedLogs Logs { get; } = new();

    public TestMeters Meters { get; } = new();

    public IConfiguration Settings { get; } =
        new ConfigurationBuilder().AddInMemoryCollection([new(SecretName, Secret)]).Build();

    public NoticeSender Sender { get; }

    public NoticeForwarder Forwarder { get; }

    public VendorDirectory Vendors { get; set; }

    public OptOutTargets? Targets { get; set; } = OptOutTargets.Empty;

    IReadOnlyCollection<Campaign> ICampaigns.All => [];

    public static async Task<NoticeScene> StartAsync(bool atOnce = false, Func<NoticeScene, INoticeReceivers>? others = null) =>
        new(await ScriptedCrm.StartAsync(), atOnce, others);

    public static VendorDirectory VendorsWith(VendorNotify? notify) =>
        new([new(TestCampaign.Id("acme"), "Acme", []) { Notify = notify }, new(TestCampaign.Id("bright"), "Bright", [])]);

    public static Notice NewNotice(string vendor = "acme", string id = "return-1-requested") => new()
    {
        Id = id,
        Kind = "return",
        To = NoticeReceiver.Vendor(TestCampaign.Id(vendor)),
        CreatedAt = Start,
        Data = """{"return":"1","state":"requested"}"""u8.ToArray(),
    };

    public async Task SendAsync(Notice notice) => Assert.IsTrue(await Sender.SendAsync(notice, CancellationToken.None));

    /// <summary>Receives, handles and settles messages as a host does, letting the time pass, until the queue is empty.</summary>
    /// <param name="until">Stops before this time; null for the end.</param>
    public async Task DrainAsync(DateTimeOffset? until = null)
    {
        while (Queue.Messages is { Count: > 0 } messages)
        {
            var next = messages.Min(message => message.NotBefore ?? Clock.GetUtcNow());
            if (next >= until)
            {
                return;
            }

            if (next > Clock.GetUtcNow())
            {
                Clock.Advance(next - Clock.GetUtcNow());
            }

            var message = Queue.Receive(QueueNames.Notices)!;
            var settlement = await Forwarder.HandleAsync(message, CancellationToken.None);
            foreach (var change in settlement.Changes)
            {
                await new ChangesInTurn(Tables, Queue).MakeAsync([change], CancellationToken.None);
            }

            if (settlement.IsComplete)
            {
                Queue.Complete(message);
            }
            else
            {
                Queue.Bury(message, settlement.Reason!, settlement.Description!);
            }
        }
    }

    public async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync() =>
        await Queue.ListAsync(QueueNames.Notices, CancellationToken.None).ToListAsync();

    Campaign? ICampaigns.Find(CampaignId id) => null;

    public async ValueTask DisposeAsync()
    {
        caller.Dispose();
        Meters.Dispose();
        await Receiver.DisposeAsync();
    }
}
