using System.CommandLine;
using LeadFilter.Benchmarks.Comparisons;
using LeadFilter.Benchmarks.Measuring;
using LeadFilter.Benchmarks.Plots;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Benchmarks.Http;

/// <summary><c>http</c>: throughput and latency of the filter against its peers.</summary>
internal static class HttpCommand
{
    public const string Name = "http";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var options = new HttpOptions();
        var (json, svg) = (Options.Json(), Options.Svg());
        var command = new ExampledCommand(
            Name,
            "Sends leads to leadfilter serve and to others, each in a process of its own, by turns in short rounds: as fast as answers "
                + "come, then at a steady rate. Each figure of the filter is a ratio of the same round.",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- http --against floor team",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- http --leads accepts --against bare --rounds 1 --seconds 60 "
                + "--svg latency.svg --json")
        {
            json, svg,
        };
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
            RunAsync(options.Read(parsed), parsed.GetValue(svg), parsed.GetValue(json), cancellation));
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

        var comparisons = Comparison.AllOf(measurement.Runs);
        if (json)
        {
            Report.WriteJson(new
            {
                settings.Connections,
                settings.Rounds,
                LoadAverage = load,
                Comparisons = comparisons,
                measurement.Runs,
                measurement.Starts,
            });
            return ExitCode.Done;
        }

        Report.WriteMachine(load);
        Console.WriteLine();
        HttpReport.Write(settings.Connections, comparisons, measurement.Runs, measurement.Starts);
        return ExitCode.Done;
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
