using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>An alert on a metric that nobody records would stay silent forever.</summary>
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
    [DataRow("dead-letters", "DeadletteredMessages", "0")]
    [DataRow("long-queue", "ActiveMessages", "longQueue")]
    [DataRow("throttled-queue", "ThrottledRequests", "throttledCalls")]
    [DataRow("throttled-tables", "Transactions", "throttledCalls")]
    public void The_stores_are_watched(string name, string metric, string threshold)
    {
        Assert.Contains($"metric: '{metric}'\n", Alert(name), StringComparison.Ordinal);
        Assert.EndsWith($"threshold: {threshold}", Alert(name), StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("dead-letters", "namespaceId", "queueMetrics")]
    [DataRow("long-queue", "namespaceId", "queueMetrics")]
    [DataRow("throttled-queue", "namespaceId", "queueMetrics")]
    [DataRow("throttled-tables", "tableServiceId", "'Microsoft.Storage/storageAccounts/tableServices'")]
    public void An_alert_looks_at_the_store_whose_metric_it_names(string name, string scope, string metrics)
    {
        Assert.Contains($"scope: {scope}\n", Alert(name), StringComparison.Ordinal);
        Assert.Contains($"metricNamespace: {metrics}\n", Alert(name), StringComparison.Ordinal);
    }

    /// <summary>The values of Azure's dimension ResponseType that mean "too many calls".</summary>
    [TestMethod]
    [DataRow("ClientAccountBandwidthThrottlingError")]
    [DataRow("ClientAccountRequestThrottlingError")]
    [DataRow("ClientThrottlingError")]
    [DataRow("ServerBusyError")]
    [DataRow("SuccessWithThrottling")]
    public void Each_way_in_which_tables_refuse_too_many_calls_counts(string response) =>
        Assert.Contains($"'{response}'", Alert("throttled-tables"), StringComparison.Ordinal);

    [TestMethod]
    [DataRow("failed-answers", "toint(ResultCode) >= 500")]
    [DataRow("slow-answers", "percentilew(DurationMs, ItemCount, 95)")]
    [DataRow("old-leads", "max(Max)")]
    [DataRow("shed-requests", "sum(Sum)")]
    public void Answers_and_deliveries_are_watched(string name, string expression) =>
        Assert.Contains(expression, Alert(name), StringComparison.Ordinal);

    /// <summary>A row that sampling kept stands for several requests. Metrics are not sampled.</summary>
    [TestMethod]
    public void Requests_are_counted_with_the_weight_that_sampling_gave_them()
    {
        var queries = Alerts.Values("query").Where(query => query.StartsWith("'${toVendors}", StringComparison.Ordinal)).ToList();
        Assert.HasCount(2, queries);
        Assert.AreEqual("", string.Join('\n', queries.Where(query => CountOfRows().IsMatch(query))));
        Assert.IsTrue(queries.TrueForAll(query => query.Contains("sum(ItemCount)", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Every_alert_tells_somebody()
    {
        Assert.HasCount(3, AlertResource().Matches(Alerts.Text));
        Assert.AreEqual(3, Alerts.Text.Split("people.id").Length - 1);
    }

    [TestMethod]
    public void Every_alert_is_explained_in_the_docs_and_no_other()
    {
        var names = AlertName().Matches(Alerts.Text).Select(found => found.Groups["name"].Value).ToList();
        var section = SampleFiles.Read("docs", "azure.md").Split("\n### Alerts\n")[1].Split("\n### ")[0];
        var explained = section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split('|')[1].Trim());
        CollectionAssert.AreEquivalent(names, explained.ToList());
    }

    /// <summary>What the template says of an alert, from its name to its threshold.</summary>
    private static string Alert(string name)
    {
        var text = Alerts.Text[Alerts.Text.IndexOf($"name: '{name}'", StringComparison.Ordinal)..];
        var threshold = text.IndexOf("threshold:", StringComparison.Ordinal);
        return text[..text.IndexOf('\n', threshold)];
    }

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

    [GeneratedRegex(@"^(?:    name: '|  name: '\$\{name\}-)(?<name>[a-z-]+)'", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AlertName();

    [GeneratedRegex(@"\bcount(?:if)?\(|\bpercentile\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CountOfRows();

    [GeneratedRegex(
        "^resource \\w+ 'Microsoft.Insights/(?:metricAlerts|scheduledQueryRules)@",
        RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex AlertResource();
}
