using System.CommandLine;
using LeadFilter.Benchmarks.Measuring;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Benchmarks.Refusals;

/// <summary><c>refusals</c>: how fast 401, 429 and 503 are answered while the filter has more to do than it can.</summary>
internal static class RefusalsCommand
{
    public const string Name = "refusals";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var connections = Options.Number(
            "--connections",
            "N",
            "How many connections send good leads; a quarter of them finds a place, a quarter may wait, the rest is turned away",
            256,
            8,
            1024);
        var rate = Options.Number(
            "--rate", "N", "Requests a second with a wrong key, and as many of a vendor beyond its rate", 50, 1, 10_000);
        var seconds = Options.Number("--seconds", "N", "How long each run takes", 10, 1, 3600);
        var warmup = Options.Number("--warmup", "N", "For how many seconds requests are sent before", 5, 0, 600);
        var (json, filter) = (Options.Json(), Options.Filter());
        var command = new ExampledCommand(
            Name,
            "Sends requests that leadfilter serve refuses (401, 429, 503), first while it is idle, then while more good leads come "
                + "than it works on.",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- refusals",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- refusals --connections 512 --seconds 60 --json")
        {
            connections, rate, seconds, warmup, json, filter,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            new()
            {
                Connections = parsed.GetValue(connections),
                Rate = parsed.GetValue(rate),
                Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                Warmup = TimeSpan.FromSeconds(parsed.GetValue(warmup)),
                Filter = parsed.GetValue(filter),
            },
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(RefusalSettings settings, bool json, CancellationToken cancellation)
    {
        var load = Report.MachineLoad();
        var runs = await new RefusalMeasurement(settings, Console.Error.WriteLine).RunAsync(cancellation);
        if (json)
        {
            Report.WriteJson(new { settings.Connections, settings.Rate, LoadAverage = load, Runs = runs });
            return ExitCode.Done;
        }

        Report.WriteMachine(load);
        Console.WriteLine();
        Report.WriteTable(
            ["the filter is", "sent by", "answer", "requests", "a second", "p50 ms", "p99 ms", "max ms"],
            runs.Select(run => (IReadOnlyList<string>)
            [
                run.Load,
                run.From,
                $"{run.Status}",
                $"{run.Requests:#,0}",
                $"{run.Requests / settings.Duration.TotalSeconds:#,0.#}",
                $"{run.P50:0.0}",
                $"{run.P99:0.0}",
                $"{run.Max:0.0}",
            ]));
        return ExitCode.Done;
    }
}
