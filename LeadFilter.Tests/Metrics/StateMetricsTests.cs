using System.Text;
using LeadFilter.Cli.Metrics;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Status;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Meters;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace LeadFilter.Tests.Metrics;

[TestClass]
public sealed class StateMetricsTests : IDisposable
{
    private readonly CampaignFiles files = new();
    private readonly FakeTimeProvider clock = new(DeliveryScene.Start);
    private readonly Mock<IConnector> connector = new();
    private readonly TestMeters meters = new();
    private readonly MetricReadings readings;
    private readonly InMemoryLeadQueue queue;
    private readonly StateMetrics state;

    public StateMetricsTests()
    {
        queue = new(clock);
        files.Write("loans.json", CampaignText.With("delivery", """{ "type": "webhook", "url": "https://crm.example.com/in", "secret": "LEADFILTER_SECRET_CRM" }"""));
        files.Watched.Reload();
        readings = new(meters);
        var disk = new Mock<IDiskSpace>();
        disk.Setup(static one => one.Read()).Returns(new DiskSpace(1_000, 4_000));
        var status = new FilterStatus(
            files.Watched,
            new(files.Watched, new ConfigurationBuilder().Build(), NullLogger<SecretWatch>.Instance),
            queue,
            connector.Object,
            clock,
            disk.Object);
        state = new(meters, status, files.Watched, clock);
    }

    public void Dispose()
    {
        readings.Dispose();
        meters.Dispose();
        files.Dispose();
    }

    [TestMethod]
    public async Task What_waits_and_what_was_given_up_are_shown_by_campaign()
    {
        await queue.SendAsync(LeadEnvelope.Wrap(Lead()), CancellationToken.None);
        connector.Setup(static crm => crm.PausedUntil(It.IsAny<DeliveryPlan>())).Returns(DeliveryScene.Start.AddSeconds(15));
        clock.Advance(TimeSpan.FromMinutes(5));

        var samples = await ReadAsync();

        Assert.AreEqual(1, samples["""leadfilter_queue_waiting{campaign="loans"}"""]);
        Assert.AreEqual(300, samples["""leadfilter_queue_oldest_seconds{campaign="loans"}"""]);
        Assert.AreEqual(1, samples["""leadfilter_delivery_paused{campaign="loans"}"""]);
        Assert.AreEqual(0, samples["""leadfilter_dead_letters{campaign="loans"}"""]);
    }

    [TestMethod]
    public async Task Disk_secrets_and_mistakes_are_shown()
    {
        files.Write("loans.json", "{");
        files.Watched.Reload();

        var samples = await ReadAsync();

        Assert.AreEqual((1_000d, 4_000d), (samples["leadfilter_disk_free_bytes"], samples["leadfilter_disk_size_bytes"]));
        Assert.AreEqual((1d, 1d), (samples["leadfilter_secrets_missing"], samples["leadfilter_campaigns_mistakes"]));
    }

    [TestMethod]
    public async Task Whoever_asks_again_within_ten_seconds_gets_the_last_reading()
    {
        await ReadAsync();
        await queue.SendAsync(LeadEnvelope.Wrap(Lead()), CancellationToken.None);

        Assert.AreEqual(0, (await ReadAsync())["""leadfilter_queue_waiting{campaign="loans"}"""]);
        clock.Advance(StateMetrics.Pause);
        Assert.AreEqual(1, (await ReadAsync())["""leadfilter_queue_waiting{campaign="loans"}"""]);
    }

    private static LeadMessage Lead()
    {
        Assert.IsTrue(CampaignId.TryParse("loans", out var loans));
        return DeliveryScene.NewLead() with
        {
            Id = LeadId.Create(DeliveryScene.Start, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
            Campaign = loans,
            ReceivedAt = DeliveryScene.Start,
        };
    }

    private async Task<IReadOnlyDictionary<string, double>> ReadAsync()
    {
        await state.RefreshAsync(CancellationToken.None);
        var text = new StringBuilder();
        readings.Write(text, PrometheusFormat.Text);
        return Exposition.Read(text.ToString(), open: false).Samples;
    }
}
