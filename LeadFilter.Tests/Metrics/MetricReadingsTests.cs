using System.Diagnostics.Metrics;
using System.Text;
using LeadFilter.Cli.Metrics;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Meters;

namespace LeadFilter.Tests.Metrics;

[TestClass]
public sealed class MetricReadingsTests : IDisposable
{
    private readonly TestMeters meters = new();
    private readonly MetricReadings readings;
    private readonly Meter meter;

    public MetricReadingsTests()
    {
        readings = new(meters);
        meter = meters.Create(new(LeadMetrics.MeterName));
    }

    public void Dispose()
    {
        readings.Dispose();
        meters.Dispose();
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_counter_ends_with_total_and_has_its_unit(bool open)
    {
        meter.CreateCounter<double>("a.work", "s", "Work.").Add(1.5, Tag("b.c", "d"));

        var read = Read(open);

        Assert.AreEqual(1.5, read.Samples["""a_work_seconds_total{b_c="d"}"""]);
        Assert.AreEqual(("counter", "Work."), (read.Types[open ? "a_work_seconds" : "a_work_seconds_total"], read.Helps.Values.First()));
        Assert.AreEqual(open ? "seconds" : null, read.Units.GetValueOrDefault("a_work_seconds"));
    }

    [TestMethod]
    public void A_unit_in_braces_is_not_written()
    {
        meter.CreateCounter<long>("a.leads", "{lead}").Add(3);

        Assert.AreEqual(3, Read().Samples["a_leads_total"]);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_histogram_has_the_buckets_that_its_instrument_advises(bool open)
    {
        var histogram = meter.CreateHistogram("a.time", "s", null, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1, 10] });
        foreach (var value in (double[])[0.05, 0.1, 0.5, 1, 20])
        {
            histogram.Record(value);
        }

        var samples = Read(open).Samples;

        Assert.AreEqual(2, samples["""a_time_seconds_bucket{le="0.1"}"""], "a bound belongs to its bucket");
        Assert.AreEqual(4, samples[open ? """a_time_seconds_bucket{le="1.0"}""" : """a_time_seconds_bucket{le="1"}"""]);
        Assert.AreEqual(5, samples["""a_time_seconds_bucket{le="+Inf"}"""]);
        Assert.AreEqual((21.65, 5d), (samples["a_time_seconds_sum"], samples["a_time_seconds_count"]));
    }

    [TestMethod]
    public void What_goes_up_and_down_is_a_gauge()
    {
        var counter = meter.CreateUpDownCounter<long>("a.open");
        counter.Add(5);
        counter.Add(-2);
        meter.CreateGauge<long>("a.level").Record(7);

        var read = Read();

        Assert.AreEqual((3d, 7d), (read.Samples["a_open"], read.Samples["a_level"]));
        Assert.AreEqual("gauge", read.Types["a_open"]);
    }

    [TestMethod]
    public void What_is_observed_is_read_when_somebody_asks_and_is_gone_when_it_is_not_observed_any_more()
    {
        List<Measurement<long>> now = [new(1, Tag("x", "a")), new(2, Tag("x", "b"))];
        meter.CreateObservableGauge("a.level", () => now);
        Assert.AreEqual(2, Read().Samples["""a_level{x="b"}"""]);

        now = [new(3, Tag("x", "a"))];

        var samples = Read().Samples;
        Assert.AreEqual(3, samples["""a_level{x="a"}"""]);
        Assert.IsFalse(samples.ContainsKey("""a_level{x="b"}"""));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Quotes_backslashes_and_line_breaks_are_escaped(bool open)
    {
        meter.CreateCounter<long>("a.b", null, "A \"b\" \\ c\nd.").Add(1, Tag("x", "q\"u\\o\nte"));

        var read = Read(open);

        Assert.AreEqual(1, read.Samples["a_b_total{x=\"q\"u\\o\nte\"}"]);
        Assert.AreEqual("A \"b\" \\ c\nd.", read.Helps.Values.First());
    }

    [TestMethod]
    public void Tags_in_another_order_are_the_same_series()
    {
        var counter = meter.CreateCounter<long>("a.b");
        counter.Add(1, Tag("x", "1"), Tag("y", "2"));
        counter.Add(1, Tag("y", "2"), Tag("x", "1"), Tag("z", ""));

        Assert.AreEqual(2, Read().Samples["""a_b_total{x="1",y="2"}"""]);
    }

    [TestMethod]
    public void There_are_at_most_so_many_series_of_a_metric_and_what_is_lost_is_counted()
    {
        var counter = meter.CreateCounter<long>("a.b");
        for (var at = 0; at < SeriesTable.MaxSeries + 5; at++)
        {
            counter.Add(1, Tag("x", at));
        }

        counter.Add(1, Tag("x", 0));
        var samples = Read().Samples;

        Assert.HasCount(SeriesTable.MaxSeries, samples.Keys.Where(static key => key.StartsWith("a_b_total", StringComparison.Ordinal)));
        Assert.AreEqual(2, samples["""a_b_total{x="0"}"""]);
        Assert.AreEqual(5, samples["""leadfilter_metrics_dropped_total{instrument="a.b"}"""]);
    }

    [TestMethod]
    public void Threads_lose_nothing()
    {
        var counter = meter.CreateCounter<long>("a.count");
        var parts = meter.CreateCounter<double>("a.parts");
        var histogram = meter.CreateHistogram<double>("a.time");
        Parallel.For(0, 4_000, at =>
        {
            counter.Add(1, Tag("x", Names[at % Names.Length]));
            parts.Add(0.5);
            histogram.Record(1);
        });

        var samples = Read().Samples;

        Assert.AreEqual(4_000, samples.Where(static one => one.Key.StartsWith("a_count_total", StringComparison.Ordinal)).Sum(static one => one.Value));
        Assert.AreEqual((2_000d, 4_000d, 4_000d), (samples["a_parts_total"], samples["a_time_count"], samples["a_time_sum"]));
    }

    [TestMethod]
    public void A_measurement_of_a_known_series_allocates_nothing()
    {
        // The test's own listener writes down what it hears, so the meter is of another factory, to which only the readings listen.
        using var own = new QuietMeters();
        using var quiet = new MetricReadings(own);
        var metrics = new LeadMetrics(own);
        CampaignAndVendor(out var campaign, out var vendor);
        Measure();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var times = 0; times < 1_000; times++)
        {
            Measure();
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Measure()
        {
            metrics.Decided(0);
            metrics.Answered(campaign, vendor, "success", "");
            metrics.AnswerLeaves(0, "success");
            metrics.Claimed(conflict: false);
            metrics.CapAsked(full: false);
            metrics.Limited(vendor, "rate");
            metrics.LookedUp(campaign, "phone", "answered", TimeSpan.FromSeconds(1));
            metrics.Received(TimeSpan.FromSeconds(1));
            metrics.Tried(campaign, "done", "", TimeSpan.FromSeconds(1));
        }
    }

    [TestMethod]
    public void Meters_of_another_filter_in_the_process_are_not_shown()
    {
        using var other = new QuietMeters();
        other.Create(new(LeadMetrics.MeterName)).CreateCounter<long>("a.b").Add(1);

        Assert.IsFalse(Read().Samples.ContainsKey("a_b_total"));
    }

    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f", "g"];

    private static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);

    private static void CampaignAndVendor(out Core.Campaigns.CampaignId campaign, out Core.Vendors.VendorId vendor)
    {
        Assert.IsTrue(Core.Campaigns.CampaignId.TryParse("loans", out campaign));
        Assert.IsTrue(Core.Vendors.VendorId.TryParse("acme", out vendor));
    }

    private Exposition Read(bool open = false)
    {
        var text = new StringBuilder();
        readings.Write(text, open ? PrometheusFormat.OpenMetrics : PrometheusFormat.Text);
        return Exposition.Read(text.ToString(), open);
    }

    /// <summary>Makes meters and listens to none.</summary>
    private sealed class QuietMeters : IMeterFactory
    {
        private readonly List<Meter> made = [];

        public Meter Create(MeterOptions options)
        {
            var one = new Meter(options.Name, options.Version, options.Tags, this);
            made.Add(one);
            return one;
        }

        public void Dispose() => made.ForEach(static one => one.Dispose());
    }
}
