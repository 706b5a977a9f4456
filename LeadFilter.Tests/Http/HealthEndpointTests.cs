using System.Text.Json;
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
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class HealthEndpointTests : IDisposable
{
    private const string Key = "the-admin-key-of-tests";

    private readonly FilterFolders folders = new();
    private readonly FakeTimeProvider clock = new();
    private readonly FaultyTables tables = new();
    private readonly Mock<IQueueProbe> queues = new();
    private readonly Mock<IDiskSpace> disk = new();
    private readonly InMemoryLeadQueue inMemory;
    private readonly HealthEndpoint health;
    private int changes;

    public HealthEndpointTests()
    {
        inMemory = new(clock);
        var campaigns = new CampaignFolder(folders.Campaigns, NullLogger<CampaignFolder>.Instance);
        campaigns.Reload();
        health = new(campaigns, tables, queues.Object, new StaffAdmission(StaffKeys.Of(Key)), StatusOf(campaigns), Windows(campaigns), clock);
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

    [TestMethod]
    [DataRow(256L * 1024 * 1024, "")]
    [DataRow((256L * 1024 * 1024) - 1, "The disk that holds the data has less than 256 MB left.")]
    public async Task A_disk_with_little_room_is_a_problem(long free, string told)
    {
        disk.Setup(static one => one.Read()).Returns(new DiskSpace(free, 1L << 40));

        var problems = (await ProblemsAsync()).Split('\n').Where(static problem => problem.Contains("disk", StringComparison.Ordinal));

        Assert.AreEqual(told, string.Join('\n', problems));
        Assert.AreEqual(free, (await DetailsAsync()).GetProperty("disk").GetProperty("free").GetInt64());
    }

    [TestMethod]
    public async Task More_messages_than_are_counted_are_told()
    {
        Assert.IsFalse((await DetailsAsync()).TryGetProperty("more", out _));
        for (var number = 0; number <= FilterStatus.MaxCounted; number++)
        {
            await inMemory.SendAsync(new() { Queue = QueueNames.Records, MessageId = $"{number}", Subject = "record", Body = default }, CancellationToken.None);
        }

        Assert.IsTrue((await DetailsAsync()).GetProperty("more").GetBoolean());
    }

    [TestMethod]
    public async Task A_window_that_is_longer_than_purchases_are_kept_is_a_problem() => Assert.Contains(
        "loans looks for duplicates 90 days back, but purchases are kept for 30 days", await ProblemsAsync(), StringComparison.Ordinal);

    private FilterStatus StatusOf(CampaignFolder campaigns) => new(
        campaigns,
        new(campaigns, new ConfigurationBuilder().Build(), NullLogger<SecretWatch>.Instance),
        inMemory,
        Mock.Of<IConnector>(),
        clock,
        disk.Object);

    private static WindowWatch Windows(CampaignFolder campaigns) => new(campaigns, TimeSpan.FromDays(30), NullLogger<WindowWatch>.Instance);

    /// <summary>What a key that may read is told.</summary>
    private async Task<JsonElement> DetailsAsync()
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.Headers.Authorization = $"Bearer {Key}";
        using var body = new MemoryStream();
        context.Response.Body = body;
        await (await health.ReadyAsync(context.Request, CancellationToken.None)).ExecuteAsync(context);
        return JsonDocument.Parse(body.ToArray()).RootElement;
    }

    private async Task<string> ProblemsAsync() =>
        string.Join('\n', (await DetailsAsync()).GetProperty("problems").EnumerateArray().Select(static one => one.GetString()));

    private async Task<int> StatusAsync() => ((IStatusCodeHttpResult)await health.ReadyAsync(new DefaultHttpContext().Request, CancellationToken.None)).StatusCode ?? StatusCodes.Status200OK;
}
