using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>An alert on a metric that nobody records would stay silent for ever.</summary>
[TestClass]
public sealed partial class AlertTests
{
    private static readonly BicepFile Alerts = BicepFile.Read("app/alerts.bicep");

    [TestMethod]
    public void Every_metric_that_an_alert_asks_for_is_recorded()
    {
        var asked = Metric().Matches(Alerts.Text).Select(found => found.Groups["name"].Value).ToList();
        CollectionAssert.AreEqual(new[] { "leadfilter.queue.age", "leadfilter.shed" }, asked);
        CollectionAssert.IsSubsetOf(asked, Recorded());
    }

    [TestMethod]
    [DataRow("DeadletteredMessages", "0")]
    [DataRow("ActiveMessages", "longQueue")]
    public void The_queues_are_watched(string metric, string threshold)
    {
        var alert = Alerts.Text[Alerts.Text.IndexOf($"metric: '{metric}'", StringComparison.Ordinal)..];
        Assert.AreEqual(threshold, Threshold().Match(alert).Groups["value"].Value);
    }

    [TestMethod]
    [DataRow("failed-answers", "toint(ResultCode) >= 500")]
    [DataRow("slow-answers", "percentile(DurationMs, 95)")]
    [DataRow("old-leads", "max(Max)")]
    [DataRow("shed-requests", "sum(Sum)")]
    public void Answers_and_deliveries_are_watched(string name, string expression)
    {
        var alert = Alerts.Text[Alerts.Text.IndexOf($"name: '{name}'", StringComparison.Ordinal)..];
        Assert.Contains(expression, alert[..alert.IndexOf("threshold:", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [TestMethod]
    public void Every_alert_tells_somebody() =>
        Assert.AreEqual(2, Alerts.Text.Split("people.id").Length - 1);

    private static List<string> Recorded()
    {
        // Other tests' meters are published at the same time, from their threads.
        var names = new ConcurrentQueue<string>();
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) => names.Enqueue(instrument.Name);
        listener.Start();
        _ = new LeadMetrics(services.GetRequiredService<IMeterFactory>());
        return [.. names];
    }

    [GeneratedRegex(@"Name == ""(?<name>[^""]+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metric();

    [GeneratedRegex(@"threshold: (?<value>\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Threshold();
}
