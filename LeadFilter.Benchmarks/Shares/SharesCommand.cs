using System.CommandLine;
using LeadFilter.Benchmarks.Measuring;
using LeadFilter.Cli.Invocation;
using LeadFilter.Pipeline.Limits;

namespace LeadFilter.Benchmarks.Shares;

/// <summary><c>shares</c>: what a quiet vendor feels of a noisy one.</summary>
internal static class SharesCommand
{
    public const string Name = "shares";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var connections = Options.Number("--connections", "N", "How many connections the noisy vendor sends over", 400, 1, 1024);
        var rate = Options.Number("--rate", "N", "Leads a second of the quiet vendor", 20, 1, 1_000);
        var seconds = Options.Number("--seconds", "N", "How long each run takes", 8, 1, 600);
        var warmup = Options.Number("--warmup", "N", "For how many seconds leads are sent before", 5, 0, 600);
        var filter = Options.Filter();
        var active = new Option<int[]>("--active")
        {
            Description = "How many requests are worked on at the same moment; give it several times to compare",
            HelpName = "N",
            DefaultValueFactory = _ => [new LimitOptions().MaxInWork, new LimitOptions().MaxActive],
        };
        var command = new ExampledCommand(
            Name,
            "Measures the answers to a quiet vendor, first alone, then beside one that sends over hundreds of connections.",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- shares",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- shares --active 32 --active 64 --active 512")
        {
            connections, rate, seconds, warmup, active, filter,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            new()
            {
                Connections = parsed.GetValue(connections),
                Rate = parsed.GetValue(rate),
                Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                Warmup = TimeSpan.FromSeconds(parsed.GetValue(warmup)),
                Active = parsed.GetRequiredValue(active),
                Filter = parsed.GetValue(filter),
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ShareSettings settings, CancellationToken cancellation)
    {
        var load = Report.MachineLoad();
        var runs = await new ShareMeasurement(settings, Console.Error.WriteLine).RunAsync(cancellation);
        Report.WriteMachine(load);
        Console.WriteLine();
        Report.WriteTable(
            ["active", "vendors", "vendor", "answer", "a second", "p50 ms", "p99 ms", "max ms"],
            runs.Select(one => (IReadOnlyList<string>)
            [
                $"{one.Active}",
                one.Run.Load,
                one.Run.From,
                $"{one.Run.Status}",
                $"{one.Run.Requests / settings.Duration.TotalSeconds:#,0.#}",
                $"{one.Run.P50:0.0}",
                $"{one.Run.P99:0.0}",
                $"{one.Run.Max:0.0}",
            ]));
        return ExitCode.Done;
    }
}
