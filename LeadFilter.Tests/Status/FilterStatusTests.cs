using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Status;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace LeadFilter.Tests.Status;

[TestClass]
public sealed class FilterStatusTests : IDisposable
{
    private readonly CampaignFiles files = new();
    private readonly FakeTimeProvider clock = new(DeliveryScene.Start);
    private readonly Mock<IConnector> connector = new();
    private readonly InMemoryLeadQueue queue;
    private readonly FilterStatus status;

    public FilterStatusTests()
    {
        queue = new(clock);
        files.Write("loans.json", CampaignText.With("delivery", """{ "type": "webhook", "url": "https://crm.example.com:8443/in?token=t0p" }"""));
        files.Watched.Reload();
        status = new(
            files.Watched,
            new(files.Watched, new ConfigurationBuilder().Build(), NullLogger<SecretWatch>.Instance),
            queue,
            connector.Object,
            clock);
    }

    public void Dispose() => files.Dispose();

    [TestMethod]
    public async Task A_campaign_without_waiting_leads_shows_its_destination_without_what_may_be_secret()
    {
        var one = (await DeliveriesAsync()).Single();

        Assert.AreEqual(("loans", "https://crm.example.com:8443", 0, 0), (one.Campaign, one.Destination, one.Waiting, one.DeadLetters));
        Assert.AreEqual((null, null, null, null), (one.Oldest, one.NextTry, one.Reason, one.PausedUntil));
    }

    [TestMethod]
    public async Task Waiting_leads_are_counted_with_the_oldest_the_next_try_and_the_last_reason()
    {
        var (old, young) = (Lead(1, DeliveryScene.Start), Lead(2, DeliveryScene.Start.AddMinutes(1)));
        var (late, soon) = (DeliveryScene.Start.AddHours(2), DeliveryScene.Start.AddHours(1));
        await queue.SendAsync(LeadEnvelope.Copy(LeadEnvelope.Wrap(young), young, 2, 1, soon, "crm_timeout"), CancellationToken.None);
        await queue.SendAsync(LeadEnvelope.Copy(LeadEnvelope.Wrap(old), old, 2, 1, late, "crm_error"), CancellationToken.None);

        var one = (await DeliveriesAsync()).Single();

        Assert.AreEqual((2, (DateTimeOffset?)DeliveryScene.Start, (DateTimeOffset?)soon, "crm_error"), (one.Waiting, one.Oldest, one.NextTry, one.Reason));
    }

    [TestMethod]
    public async Task Leads_of_a_campaign_that_is_no_more_are_counted_too()
    {
        await queue.SendAsync(LeadEnvelope.Wrap(DeliveryScene.NewLead()), CancellationToken.None);

        CollectionAssert.AreEqual(
            (string[])["loans https://crm.example.com:8443 0", "solar  1"],
            (await DeliveriesAsync()).Select(static one => $"{one.Campaign} {one.Destination} {one.Waiting}").ToArray());
    }

    [TestMethod]
    public async Task A_pause_of_the_crm_is_told()
    {
        connector.Setup(static crm => crm.PausedUntil(It.IsAny<DeliveryPlan>())).Returns(DeliveryScene.Start.AddSeconds(15));

        Assert.AreEqual(DeliveryScene.Start.AddSeconds(15), (await DeliveriesAsync()).Single().PausedUntil);
    }

    [TestMethod]
    [DataRow(10_000, false)]
    [DataRow(10_001, true)]
    public async Task More_than_ten_thousand_messages_are_said_to_be_more(int waiting, bool more)
    {
        for (var number = 0; number < waiting; number++)
        {
            await queue.SendAsync(new() { Queue = QueueNames.Records, MessageId = $"{number}", Subject = "record", Body = default }, CancellationToken.None);
        }

        var report = (await status.ReadAsync(CancellationToken.None)).Queues!;

        Assert.AreEqual((10_000, more), (report.Records, report.IsPartial));
    }

    private static LeadMessage Lead(byte number, DateTimeOffset at)
    {
        Assert.IsTrue(CampaignId.TryParse("loans", out var loans));
        return DeliveryScene.NewLead() with { Id = Core.Leads.LeadId.Create(at, [number, 2, 3, 4, 5, 6, 7, 8, 9, 10]), Campaign = loans, ReceivedAt = at };
    }

    private async Task<IReadOnlyList<CampaignDeliveries>> DeliveriesAsync()
    {
        var report = await status.ReadAsync(CancellationToken.None);
        Assert.IsNotNull(report.Queues);
        return report.Queues.Deliveries;
    }
}
