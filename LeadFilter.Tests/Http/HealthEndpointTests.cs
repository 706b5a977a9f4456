using LeadFilter.Http.Endpoints;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Pipeline.Status;
using LeadFilter.Tests.Ports;
using LeadFilter.Tests.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class HealthEndpointTests : IDisposable
{
    private readonly FilterFolders folders = new();
    private readonly FakeTimeProvider clock = new();
    private readonly FaultyTables tables = new();
    private readonly Mock<IQueueProbe> queues = new();
    private readonly HealthEndpoint health;
    private int changes;

    public HealthEndpointTests()
    {
        var campaigns = new CampaignFolder(folders.Campaigns, NullLogger<CampaignFolder>.Instance);
        campaigns.Reload();
        health = new(campaigns, tables, queues.Object, new StaffAdmission(StaffKeys.Of("the-admin-key-of-tests")), StatusOf(campaigns), clock);
        tables.Fault = call =>
        {
            changes += call is { Operation: nameof(ITable.TryInsertAsync) or nameof(ITable.TryReplaceAsync), TookEffect: true } ? 1 : 0;
            return default;
        };
    }

    public void Dispose() => folders.Dispose();

    [TestMethod]
    public async Task Ready_while_tables_take_changes()
    {
        Assert.AreEqual(StatusCodes.Status200OK, await StatusAsync());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(StatusCodes.Status200OK, await StatusAsync());
        Assert.AreEqual(2, changes);
    }

    [TestMethod]
    public async Task Unavailable_while_tables_can_only_be_read_and_ready_a_second_after_that()
    {
        tables.Fault = call => call.Operation == nameof(ITable.FindAsync) ? default : throw new StoreUnavailableException("the disk is full");
        Assert.AreEqual(StatusCodes.Status503ServiceUnavailable, await StatusAsync());
        tables.Fault = null;
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(StatusCodes.Status200OK, await StatusAsync());
    }

    [TestMethod]
    public async Task Whoever_asks_without_a_pause_changes_the_tables_once_a_second()
    {
        for (var asked = 0; asked < 100; asked++)
        {
            await StatusAsync();
        }

        Assert.AreEqual(1, changes);
    }

    [TestMethod]
    public async Task Unavailable_while_a_queue_does_not_answer()
    {
        queues.Setup(probe => probe.AskAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new StoreUnavailableException("down"));

        Assert.AreEqual(StatusCodes.Status503ServiceUnavailable, await StatusAsync());
    }

    private FilterStatus StatusOf(CampaignFolder campaigns) => new(
        campaigns,
        new(campaigns, new ConfigurationBuilder().Build(), NullLogger<SecretWatch>.Instance),
        new InMemoryLeadQueue(clock),
        Mock.Of<IConnector>(),
        clock);

    private async Task<int> StatusAsync() => ((IStatusCodeHttpResult)await health.ReadyAsync(new DefaultHttpContext().Request, CancellationToken.None)).StatusCode ?? StatusCodes.Status200OK;
}
