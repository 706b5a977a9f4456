using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Load;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Tests.Load;

/// <summary>The client of the measurements sends what it says, and takes note of each answer.</summary>
[TestClass]
public sealed class LoadClientTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(200);

    [TestMethod]
    public async Task At_a_steady_rate_as_many_leads_are_sent_as_are_due()
    {
        using var servers = new Servers();
        var server = await servers.StartBareAsync(CancellationToken.None);
        using var client = new LoadClient(server.Url, new(LeadKind.Mix), connections: 4, checksOutcome: false);
        var times = await client.RunOpenAsync(500, Duration, CancellationToken.None);

        Assert.AreEqual(100, times.Total);
    }

    [TestMethod]
    public async Task Each_lead_that_the_server_took_is_counted_once()
    {
        using var servers = new Servers();
        var server = await servers.StartBareAsync(CancellationToken.None);
        using var client = new LoadClient(server.Url, new(LeadKind.Mix), connections: 4, checksOutcome: false);
        var times = await client.RunClosedAsync(Duration, CancellationToken.None);
        using var asking = new HttpClient();

        Assert.AreEqual($"{times.Count(LoadAnswer.Expected)}", await asking.GetStringAsync(new Uri(server.Url, "/taken")));
    }

    [TestMethod]
    public async Task Leads_that_nobody_takes_have_failed()
    {
        using var servers = new Servers();
        var server = await servers.StartBareAsync(CancellationToken.None);
        var url = server.Url;
        servers.Stop(server);
        using var client = new LoadClient(url, new(LeadKind.Mix), connections: 4, checksOutcome: false);
        var times = await client.RunOpenAsync(500, Duration, CancellationToken.None);

        Assert.AreEqual(100, times.Count(LoadAnswer.Failed));
    }
}
