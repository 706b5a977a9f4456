using System.Text.RegularExpressions;
using LeadFilter.Cli.Metrics;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Docs;
using LeadFilter.Tests.Meters;
using LeadFilter.Tests.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Metrics;

/// <summary>docs/metrics.md names every metric with its type and labels, and its alerts ask only for metrics that there are.</summary>
[TestClass]
public sealed partial class MetricsPageTests
{
    private static readonly string[] Lines = DocumentPages.Lines("docs/metrics.md");

    [TestMethod]
    public async Task Every_metric_has_a_row_with_its_type()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        var shown = filter.Host.Services.GetRequiredService<MetricReadings>().All
            .Select(static metric => $"{NameOf(metric)} {WordOf(metric.Kind)}")
            .Append($"{MetricReadings.DroppedName}_total counter");

        Assert.AreEqual(
            string.Join('\n', shown.Order(StringComparer.Ordinal)),
            string.Join('\n', Rows().Select(static row => $"{row.Name} {row.Type}").Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    public void Every_label_of_the_filters_own_metrics_is_named()
    {
        using var meters = new TestMeters();
        using var readings = new MetricReadings(meters);
        MeasureAll(new(meters));
        var rows = Rows().ToDictionary(static row => row.Name, static row => row.Labels, StringComparer.Ordinal);

        var wrong =
            from metric in readings.All
            where metric.Instrument.StartsWith("leadfilter.", StringComparison.Ordinal)
            let names = metric.Read(0).SelectMany(static series => Label().Matches(series.Labels)).Select(static found => found.Groups["name"].Value)
            let labels = string.Join(", ", names.Distinct().Order(StringComparer.Ordinal).Select(static name => $"`{name}`"))
            where rows[NameOf(metric)] != labels
            select $"{NameOf(metric)}: {labels}";

        Assert.AreEqual("", string.Join('\n', wrong));
    }

    [TestMethod]
    public void Alerts_ask_for_metrics_that_there_are()
    {
        var names = Rows().SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        var alerts = Lines.Where(static line => line.TrimStart().StartsWith("expr:", StringComparison.Ordinal)).ToList();
        var asked = alerts.SelectMany(static line => Asked().Matches(line)).Select(static found => found.Value);

        Assert.IsGreaterThanOrEqualTo(5, alerts.Count);
        Assert.AreEqual("", string.Join(", ", asked.Where(name => !names.Contains(name))));
    }

    private static string[] NamesOf((string Name, string Type, string Labels) row) =>
        row.Type == "histogram" ? [$"{row.Name}_bucket", $"{row.Name}_sum", $"{row.Name}_count"] : [row.Name];

    private static string NameOf(Metric metric) => metric.Kind == MetricKind.Counter ? $"{metric.Name}_total" : metric.Name;

    private static string WordOf(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Gauge => "gauge",
        _ => "histogram",
    };

    private static IEnumerable<(string Name, string Type, string Labels)> Rows() =>
        from line in Lines
        let cells = line.Split('|')
        where cells.Length == 6 && cells[1].StartsWith(" `", StringComparison.Ordinal)
        select (cells[1].Trim(' ', '`'), cells[2].Trim(), cells[3].Trim());

    private static void MeasureAll(LeadMetrics metrics)
    {
        Assert.IsTrue(CampaignId.TryParse("loans", out var campaign));
        Assert.IsTrue(VendorId.TryParse("acme", out var vendor));
        metrics.Decided(0);
        metrics.OptedOut(ContactChannels.Call);
        metrics.Answered(campaign, vendor, "failure", "duplicate");
        metrics.AnswerLeaves(0, "failure");
        metrics.Unreadable(campaign, vendor, ["email"]);
        metrics.PatternGaveUp(campaign);
        metrics.Claimed(conflict: true);
        metrics.CapAsked(full: true);
        metrics.Asked(campaign, vendor, true);
        metrics.Limited(vendor, "rate");
        metrics.Shed(vendor, "age");
        metrics.ConnectionClosed("total");
        metrics.LookedUp(campaign, "phone", "answered", TimeSpan.Zero);
        metrics.Received(TimeSpan.Zero);
        metrics.Tried(campaign, "later", "crm_error", TimeSpan.Zero);
        metrics.ReturnChanged("accepted", "vendor");
        metrics.Told("acme", "return", "later", "receiver_error");
        metrics.TargetOpen("dialer", "overdue");
    }

    [GeneratedRegex("(^|,)(?<name>[a-z_]+)=", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Label();

    [GeneratedRegex("(leadfilter|dotnet|http|kestrel)_[a-z_]+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Asked();
}
