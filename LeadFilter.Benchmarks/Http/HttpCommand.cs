using System.CommandLine;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Load;
using LeadFilter.Benchmarks.Measuring;
using LeadFilter.Benchmarks.Plots;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Benchmarks.Http;

/// <summary><c>http</c>: throughput and latency of the filter against a bare endpoint.</summary>
internal static class HttpCommand
{
    public const string Name = "http";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var leads = new Option<LeadKind[]>("--leads")
        {
            Description = "What to send; all three unless said",
            HelpName = "rejects|accepts|mix",
            AllowMultipleArgumentsPerToken = true,
        };
        var connections = Options.Number("--connections", "N", "How many connections", 64, 1, 1024);
        var rate = Options.Number(
            "--rate", "N", "Leads a second of the open loop, 0 for half of what the closed loop reached", 0, 0, 1_000_000);
        var seconds = Options.Number("--seconds", "N", "How long each run takes", 10, 1, 3600);
        var warmup = Options.Number("--warmup", "N", "For how many seconds leads are sent before", 5, 0, 600);
        var (json, svg, filter) = (Options.Json(), Options.Svg(), Options.Filter());
        var command = new ExampledCommand(
            Name,
            "Sends leads to leadfilter serve and to a bare Kestrel endpoint, each in a process of its own, by turns: as fast as "
                + "answers come, then at a steady rate.",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- http",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- http --leads accepts --rate 500 --seconds 60 --svg latency.svg "
                + "--json")
        {
            leads, connections, rate, seconds, warmup, json, svg, filter,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            new()
            {
                Leads = parsed.GetValue(leads) is { Length: > 0 } some ? some : Enum.GetValues<LeadKind>(),
                Connections = parsed.GetValue(connections),
                Rate = parsed.GetValue(rate) is > 0 and var given ? given : null,
                Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                Warmup = TimeSpan.FromSeconds(parsed.GetValue(warmup)),
                Filter = parsed.GetValue(filter),
            },
            parsed.GetValue(svg),
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(HttpSettings settings, string? svg, bool json, CancellationToken cancellation)
    {
        var load = Report.MachineLoad();
        var measurement = new HttpMeasurement(settings, Console.Error.WriteLine);
        await measurement.RunAsync(cancellation);
        if (svg is not null)
        {
            await File.WriteAllTextAsync(svg, PlotOf(measurement.Curves).ToSvg(), cancellation);
        }

        if (json)
        {
            Report.WriteJson(new { settings.Connections, LoadAverage = load, measurement.Runs });
            return ExitCode.Done;
        }

        Report.WriteMachine(load);
        Console.WriteLine();
        Report.WriteTable(
            [
                "leads",
                "server",
                "sent",
                "leads/s",
                "of the bare",
                "p50 ms",
                "p90 ms",
                "p99 ms",
                "p99.9 ms",
                "max ms",
                "server's CPU µs/lead",
                "other",
                "failed",
            ],
            measurement.Runs.Select(run => RowOf(run, measurement.Runs, settings.Connections)));
        return ExitCode.Done;
    }

    private static IReadOnlyList<string> RowOf(LoadRun run, IReadOnlyList<LoadRun> all, int connections)
    {
        var bare = all.Single(other => other.Leads == run.Leads && other.Loop == run.Loop && other.Server == "bare");
        return
        [
            run.Leads.ToString().ToLowerInvariant(),
            run.Server,
            run.Asked is { } asked ? $"{asked:0}/s" : $"{connections} at once",
            $"{run.Rate:#,0}",
            run.Asked is null && run != bare ? $"{run.Rate / bare.Rate:0.00}" : "",
            .. new[] { run.P50, run.P90, run.P99, run.P999, run.Max }.Select(milliseconds => $"{milliseconds:0.0}"),
            $"{run.Processor:0}",
            $"{run.Other}",
            $"{run.Failed}",
        ];
    }

    private static LinePlot PlotOf(IReadOnlyList<PlotSeries> curves)
    {
        var times = curves.SelectMany(curve => curve.Points).Select(point => point.Y).ToList();
        var x = new PlotAxis(
            "share of the leads that were answered by then (axis: 1 / rest, logarithmic)", true, 1, 10_000,
            [
                (1, "0 %"),
                (2, "50 %"),
                (10, "90 %"),
                (100, "99 %"),
                (1_000, "99.9 %"),
                (10_000, "99.99 %"),
            ]);
        return new(
            "Time until the answer, from when the lead was due",
            x,
            PlotAxis.Logarithmic("milliseconds (logarithmic)", times.Min(), times.Max()),
            curves);
    }
}
