using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Load;
using LeadFilter.Benchmarks.Measuring;
using LeadFilter.Benchmarks.Processes;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Benchmarks.Starts;

/// <summary><c>start</c>: from the start of the process to the first answer, published ReadyToRun or native.</summary>
internal static class StartCommand
{
    public const string Name = "start";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var starts = Options.Number("--starts", "N", "How many starts each figure is the median of", 9, 1, 999);
        var source = new Option<string>("--source")
        {
            Description = "The folder of LeadFilter.slnx, to publish from",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => ".",
        };
        var native = new Option<bool>("--native") { Description = "Publish the filter as a native program" };
        var json = Options.Json();
        var command = new ExampledCommand(
            Name,
            "Publishes the filter and the bare endpoint ReadyToRun (or the filter natively), and measures by turns the time from the start of the process to "
                + "its first answer to a lead.",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- start",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- start --starts 25 --json")
        {
            starts, source, native, json,
        };
        command.SetAction((parsed, cancellation) =>
            RunAsync(
                parsed.GetValue(starts), parsed.GetRequiredValue(source), parsed.GetValue(native), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int starts, string source, bool native, bool json, CancellationToken cancellation)
    {
        var load = Report.MachineLoad();
        using var published = new Servers();
        var filter = await PublishAsync(source, "LeadFilter.Cli", "leadfilter", published.Folder, native, cancellation);
        var bare = await PublishAsync(source, "LeadFilter.BareEndpoint", "bare-endpoint", published.Folder, native: false, cancellation);
        using var servers = new Servers(filter, bare);
        var crm = await servers.StartBareAsync(cancellation);
        var times = new List<(StartTimes Bare, StartTimes New, StartTimes Again)>();
        for (var start = 0; start < starts; start++)
        {
            Console.Error.WriteLine($"start {start + 1} of {starts}");
            times.Add((
                await MeasureAsync(servers, () => servers.StartBareAsync(cancellation), cancellation),
                await MeasureAsync(servers, () => servers.StartFilterAsync(crm, cancellation), cancellation),
                await MeasureAsync(servers, () => servers.RestartFilterAsync(cancellation), cancellation)));
        }

        StartRow[] rows =
        [
            StartRow.Of("bare endpoint", times.Select(time => time.Bare)),
            StartRow.Of("filter, no data yet", times.Select(time => time.New)),
            StartRow.Of("filter, with its data", times.Select(time => time.Again)),
        ];
        if (json)
        {
            Report.WriteJson(new { Starts = starts, LoadAverage = load, Rows = rows });
            return ExitCode.Done;
        }

        Report.WriteMachine(load);
        Console.WriteLine($"Median of {starts} starts");
        Console.WriteLine();
        Report.WriteTable(
            ["", "listens after", "first answer after", "of the bare", "processor time", "memory"],
            rows.Select(row => (IReadOnlyList<string>)
                [
                    row.Server,
                    $"{row.Listens:0} ms",
                    $"{row.Answered:0} ms",
                    $"{row.Answered / rows[0].Answered:0.0}",
                    $"{row.Processor:0} ms",
                    $"{row.Memory:0} MB",
                ]));
        return ExitCode.Done;
    }

    private static async Task<StartTimes> MeasureAsync(Servers servers, Func<Task<ServedProcess>> start, CancellationToken cancellation)
    {
        var leads = new LeadSource(LeadKind.Rejects);
        var started = Stopwatch.GetTimestamp();
        var server = await start();
        var listens = Stopwatch.GetElapsedTime(started);
        using var client = new LoadClient(server.Url, leads, 1, checksOutcome: false);
        var answer = client.SendOne();
        var times = new StartTimes(listens, Stopwatch.GetElapsedTime(started), server.ProcessorTime, server.WorkingSet);
        servers.Stop(server);
        return answer == LoadAnswer.Expected ? times : throw new BenchmarkException("The first lead was not answered.");
    }

    private static async Task<string> PublishAsync(
        string source, string project, string name, string folder, bool native, CancellationToken cancellation)
    {
        Console.Error.WriteLine($"publishing {project}");
        var output = Path.Combine(folder, project);
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(source, project), "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier,
            "--output", output, "--verbosity", "quiet", "-p:RunAnalyzers=false",
            .. native ? (string[])["-p:PublishProfile=native"] : ["--self-contained", "false", "-p:PublishReadyToRun=true"],
        ]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await publish.StandardOutput.ReadToEndAsync(cancellation);
        await publish.WaitForExitAsync(cancellation);
        return publish.ExitCode == 0
            ? Path.Combine(output, OperatingSystem.IsWindows() ? name + ".exe" : name)
            : throw new BenchmarkException($"{project} cannot be published from {Path.GetFullPath(source)}. {said}");
    }
}
