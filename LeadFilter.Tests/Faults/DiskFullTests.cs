using System.Net;
using LeadFilter.Sqlite.Folders;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>A filter whose disk is full buys nothing, says so, loses nothing, and goes on by itself when there is room.</summary>
[TestClass]
[TestCategory("Faults")]
[OSCondition(OperatingSystems.Linux)]
public sealed class DiskFullTests
{
    private const int Errors = 40;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task A_full_disk_is_answered_with_503_and_forgotten_when_there_is_room()
    {
        await using var market = await Market.OpenAsync(FaultSettings.Random(TestContext), cap: 400);
        await using var serve = await ServeProcess.StartLimitableAsync(market.Folders);
        var limit = new FileSizeLimit(serve.Id);
        await SendAsync(market, serve, () => market.Told.Count < 60);
        Assert.AreEqual(HttpStatusCode.OK, await ReadyAsync(serve));

        await limit.SetAsync(SizeOf(market));
        await SendAsync(market, serve, () => CountErrors(market) < Errors);
        var refused = await serve.Visitor.SendAsync("acme", FilterVisitor.Person("nobody-else"));
        Assert.AreEqual((503, "error"), (refused.Status, refused.Outcome));
        await Eventually.HoldsAsync(async () => await ReadyAsync(serve) == HttpStatusCode.ServiceUnavailable, "the filter is ready though its disk is full");
        market.Look().AssertRight("while the disk was full");

        await limit.LiftAsync();
        await Eventually.HoldsAsync(async () => await ReadyAsync(serve) == HttpStatusCode.OK, "the filter is not ready though there is room");
        await Task.WhenAll(market.Vendors.Select(vendor => vendor.SettleAsync(serve.Visitor)));

        // A delivery that could not be settled comes again when its lock ends, after two minutes, or at the next start.
        await serve.KillAsync();
        await using var next = await ServeProcess.StartAsync(market.Folders);
        await market.SettleAsync(next.Visitor);
        var history = market.Look();
        history.AssertRight("when there was room again");
        TestContext.WriteLine($"{history}");
    }

    private static Task SendAsync(Market market, ServeProcess serve, Func<bool> goesOn) => market.SendAsync(_ => serve.Visitor, goesOn);

    private static int CountErrors(Market market) => market.Told.Count(told => told.Outcome == ToldOutcome.Error);

    private static long SizeOf(Market market)
    {
        var file = Path.Combine(market.Folders.Data, DataFolder.FileName);
        return Math.Max(new FileInfo(file).Length, new FileInfo(file + "-wal").Length);
    }

    private static async Task<HttpStatusCode> ReadyAsync(ServeProcess serve)
    {
        using var answer = await serve.Visitor.Http.GetAsync("/api/health/ready");
        return answer.StatusCode;
    }
}
