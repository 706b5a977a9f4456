using System.CommandLine;
using System.Diagnostics;
using LeadFilter.Benchmarks.Measuring;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Sending;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;

namespace LeadFilter.Benchmarks.Storage;

/// <summary><c>storage</c>: what the filter's SQLite writer does by itself.</summary>
internal static class StorageCommand
{
    public const string Name = "storage";

    private const int RowSize = 700;
    private static readonly int[] Callers = [1, 4, 16, 64, 256];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var seconds = Options.Number("--seconds", "N", "How long each run takes", 5, 1, 600);
        var folder = new Option<string?>("--data")
        {
            Description = "Make the data here, to measure this disk; else in the folder for temporary files",
            HelpName = "FOLDER",
        };
        var json = Options.Json();
        var command = new ExampledCommand(
            Name,
            "Inserts rows of the size of a decision's record through the filter's SQLite writer, which makes one durable transaction "
                + "of all that wait.",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- storage",
            "dotnet run -c Release --project LeadFilter.Benchmarks -- storage --data /var/lib/leadfilter-trial --json")
        {
            seconds, folder, json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(folder), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TimeSpan duration, string? parent, bool json, CancellationToken cancellation)
    {
        var load = Report.MachineLoad();
        var folder = parent is null
            ? Directory.CreateTempSubdirectory("leadfilter-storage-")
            : Directory.CreateDirectory(Path.Combine(parent, Path.GetRandomFileName()));
        var runs = new List<StorageRun>();
        try
        {
            foreach (var callers in Callers)
            {
                Console.Error.WriteLine($"{callers} callers");
                var data = Path.Combine(folder.FullName, $"{callers}");
                await using var store = SqliteStore.Open(data, TimeProvider.System);
                runs.Add(await MeasureAsync(store, callers, duration, cancellation));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        if (json)
        {
            Report.WriteJson(new { LoadAverage = load, Runs = runs });
            return ExitCode.Done;
        }

        Report.WriteMachine(load);
        Console.WriteLine();
        Report.WriteTable(
            ["callers at once", "rows/s", "commits/s", "rows in a commit", "p50", "p99"],
            runs.Select(run => (IReadOnlyList<string>)
                [
                    $"{run.Callers}",
                    $"{run.Rows:#,0}",
                    $"{run.Commits:#,0}",
                    $"{run.Rows / run.Commits:0.0}",
                    $"{run.P50:0.00} ms",
                    $"{run.P99:0.00} ms",
                ]));
        return ExitCode.Done;
    }

    private static async Task<StorageRun> MeasureAsync(SqliteStore store, int callers, TimeSpan duration, CancellationToken cancellation)
    {
        var table = store.Tables[TableNames.Decisions];
        var text = new string('x', RowSize);
        var times = new AnswerTimes();
        var adding = new Lock();
        var (started, rows) = (Stopwatch.GetTimestamp(), 0L);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(
            async () =>
            {
                for (var number = 0; Stopwatch.GetElapsedTime(started) < duration; number++)
                {
                    var asked = Stopwatch.GetTimestamp();
                    await table.TryInsertAsync(
                        new Row($"partition-{number % 16}", $"{number:x12}-{caller}").Set("Record", text), cancellation);
                    lock (adding)
                    {
                        times.Add(Stopwatch.GetElapsedTime(asked));
                        rows++;
                    }
                }
            },
            cancellation)));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new(
            callers,
            rows / elapsed,
            store.Writer.Commits / elapsed,
            times.Percentile(0.5).TotalMilliseconds,
            times.Percentile(0.99).TotalMilliseconds);
    }
}
