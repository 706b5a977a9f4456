using System.CommandLine;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Load;
using LeadFilter.Benchmarks.Measuring;
using LeadFilter.Benchmarks.Plots;
using LeadFilter.Benchmarks.Processes;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Benchmarks.Memory;

/// <summary><c>memory</c>: the filter's working set while leads come at a steady rate.</summary>
internal static class MemoryCommand
{
    public const string Name = "memory";

    private const int Connections = 64;
    private const double Megabyte = 1e6;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var leads = Options.Number("--leads", "N", "How many leads, every other one bought", 1_000_000, 1_000, (int)LeadSource.People);
        var rate = Options.Number("--rate", "N", "Leads a second", 1_000, 1, 100_000);
        var (json, svg, filter) = (Options.Json(), Options.Svg(), Options.Filter());
        var command = new ExampledCommand(
            Name,
            "Sends leads to leadfilter serve at a steady rate and takes its working set. A million at 1,000 a second take 17 minutes.",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- memory --svg memory.svg",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- memory --leads 50000 --rate 500 --json")
        {
            leads, rate, json, svg, filter,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(leads),
            parsed.GetValue(rate),
            parsed.GetValue(filter),
            parsed.GetValue(svg),
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int leads, int rate, string? filter, string? svg, bool json, CancellationToken cancellation)
    {
        var load = Report.MachineLoad();
        using var servers = new Servers(filter);
        var crm = await servers.StartBareAsync(cancellation);
        var server = await servers.StartFilterAsync(crm, cancellation);
        using var client = new LoadClient(server.Url, new(LeadKind.Mix), Connections, checksOutcome: true);
        using var samples = new WorkingSetSamples(server, TimeSpan.FromSeconds(Math.Max(0.5, (double)leads / rate / 500)));
        var taking = samples.TakeAsync(cancellation);
        var times = await client.RunOpenAsync(rate, TimeSpan.FromSeconds((double)leads / rate), cancellation);
        samples.Dispose();
        await taking;
        var run = LoadRun.Of(LeadKind.Mix, LoadRun.FilterName, 1, rate, times, server.ProcessorTime, Environment.CpuUsage.TotalTime);
        var result = new
        {
            Leads = run.Requests,
            run.Rate,
            run.Failed,
            AtStart = samples.Taken[0].Y,
            SecondTenth = samples.Median(0.1, 0.2),
            LastTenth = samples.Median(0.9, 1),
            Peak = server.PeakWorkingSet / Megabyte,
            run.P99,
            LoadAverage = load,
        };
        if (svg is not null)
        {
            var plot = new LinePlot(
                $"Working set of the filter at {rate} leads/s, every other one bought",
                PlotAxis.Linear("minutes", samples.Taken[^1].X),
                PlotAxis.Linear("megabytes", samples.Taken.Max(sample => sample.Y)),
                [new("working set", samples.Taken, 0)]);
            await File.WriteAllTextAsync(svg, plot.ToSvg(), cancellation);
        }

        if (json)
        {
            Report.WriteJson(result);
            return ExitCode.Done;
        }

        Report.WriteMachine(load);
        Console.WriteLine();
        Report.WriteTable(
            ["leads", "leads/s", "failed", "at the start", "second tenth", "last tenth", "peak", "p99"],
            [
                [
                    $"{result.Leads:#,0}",
                    $"{result.Rate:#,0}",
                    $"{result.Failed}",
                    $"{result.AtStart:0} MB",
                    $"{result.SecondTenth:0} MB",
                    $"{result.LastTenth:0} MB",
                    $"{result.Peak:0} MB",
                    $"{result.P99:0.0} ms",
                ],
            ]);
        return ExitCode.Done;
    }
}
