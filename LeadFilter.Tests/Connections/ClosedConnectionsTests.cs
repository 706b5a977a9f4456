using LeadFilter.Cli.Connections;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Meters;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Connections;

[TestClass]
public sealed class ClosedConnectionsTests
{
    [TestMethod]
    public void Every_one_is_counted_and_once_a_minute_the_log_says_how_many()
    {
        using var meters = new TestMeters();
        using var logs = new CapturedLogs();
        var clock = new FakeTimeProvider();
        var closed = new ClosedConnections(new() { Max = 100, MaxPerAddress = 20 }, new LeadMetrics(meters), clock, logs.For<ClosedConnections>());

        closed.Add(ConnectionBound.Total);
        closed.Add(ConnectionBound.Address);
        clock.Advance(TimeSpan.FromSeconds(59));
        closed.Add(ConnectionBound.Address);
        clock.Advance(TimeSpan.FromSeconds(1));
        closed.Add(ConnectionBound.Total);

        const string Told = "Too many connections: at most 100 may be open, and 20 from one address. Closed since the last message: ";
        Assert.HasCount(2, logs.Lines);
        Assert.StartsWith($"5020 Warning {Told}1, idle ones first", logs.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"5020 Warning {Told}3, idle ones first", logs.Lines[1], StringComparison.Ordinal);
        Assert.HasCount(2, meters.Of("leadfilter.connections.closed").Where(one => one.EndsWith("bound=total", StringComparison.Ordinal)).ToArray());
    }
}
