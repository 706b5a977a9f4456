using LeadFilter.Benchmarks.Comparisons;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Load;
using LeadFilter.Benchmarks.Measuring;

namespace LeadFilter.Benchmarks.Http;

/// <summary>Writes what was measured for a reader: ratios with their goals, what each server did, what it took to start.</summary>
internal static class HttpReport
{
    /// <summary>Writes the tables.</summary>
    /// <param name="connections">How many connections sent.</param>
    /// <param name="comparisons">The filter relative to its peers.</param>
    /// <param name="runs">What each server did in each round.</param>
    /// <param name="starts">What the servers took to begin with.</param>
    public static void Write(
        int connections, IReadOnlyList<Comparison> comparisons, IReadOnlyList<LoadRun> runs, IReadOnlyList<ServerStart> starts)
    {
        Report.WriteTable(
            ["leads", "filter relative to", "of what", "ratio", "of the rounds", "goal", ""],
            comparisons.Select(static one => RowOf(one)));
        Console.WriteLine();
        Report.WriteTable(
            [
                "leads", "server", "sent", "leads/s", "of the rounds", "p50", "p99", "p99 of the rounds", "p99.9", "max", "CPU µs/lead",
                "client's", "other", "failed",
            ],
            runs.GroupBy(static run => (run.Leads, run.Server, run.Asked)).Select(rounds => RowOf([.. rounds], connections)));
        Console.WriteLine();
        Report.WriteTable(
            ["server", "first answer after", "processor time", "memory then", "at most"],
            starts.GroupBy(static start => start.Server).Select(static same => RowOf([.. same])));
    }

    private static IReadOnlyList<string> RowOf(Comparison one) =>
    [
        NameOf(one.Leads),
        LoadRun.NameOf(one.Against),
        one.Measure == Measure.Rate ? "leads/s" : "p99 at the same rate",
        $"{one.Ratio.Median:0.00}",
        $"{one.Ratio.Least:0.00} to {one.Ratio.Most:0.00}",
        one.Goal is { } goal ? $"{(one.Measure == Measure.Rate ? "≥" : "≤")} {goal:0.##}" : "",
        one.IsMet switch { true => "met", false => "missed", null => "" },
    ];

    private static IReadOnlyList<string> RowOf(List<LoadRun> rounds, int connections) =>
    [
        NameOf(rounds[0].Leads),
        rounds[0].Server,
        rounds[0].Asked is { } asked ? $"{asked:0}/s" : $"{connections} at once",
        $"{Median(rounds, static run => run.Rate):#,0}",
        $"{rounds.Min(static run => run.Rate):#,0} to {rounds.Max(static run => run.Rate):#,0}",
        $"{Median(rounds, static run => run.P50):0.0} ms",
        $"{Median(rounds, static run => run.P99):0.0} ms",
        $"{rounds.Min(static run => run.P99):0.0} to {rounds.Max(static run => run.P99):0.0}",
        $"{Median(rounds, static run => run.P999):0.0} ms",
        $"{rounds.Max(static run => run.Max):0.0} ms",
        $"{Median(rounds, static run => run.Processor):0}",
        $"{Median(rounds, static run => run.Client):0}",
        $"{rounds.Sum(static run => run.Other)}",
        $"{rounds.Sum(static run => run.Failed)}",
    ];

    private static IReadOnlyList<string> RowOf(List<ServerStart> starts) =>
    [
        starts[0].Server,
        $"{Ratio.MedianOf(starts.Select(static start => start.Answered)):0} ms",
        $"{Ratio.MedianOf(starts.Select(static start => start.Processor)):0} ms",
        $"{Ratio.MedianOf(starts.Select(static start => start.Memory)):0} MB",
        $"{starts.Max(static start => start.PeakMemory):0} MB",
    ];

    private static double Median(List<LoadRun> rounds, Func<LoadRun, double> of) => Ratio.MedianOf(rounds.Select(of));

    private static string NameOf(LeadKind leads) => leads.ToString().ToLowerInvariant();
}
