using LeadFilter.Cli.Invocation;
using Spectre.Console;

namespace LeadFilter.Cli.Standardizing;

/// <summary>A progress bar with the rate, for somebody who watches.</summary>
internal static class StandardizeProgress
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Shows how a run goes on until it ends, and then leaves no trace; shows nothing where nobody can see it.</summary>
    /// <param name="console">Where to show it.</param>
    /// <param name="run">The run.</param>
    /// <param name="bytes">How long the input is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>What is wrong with the file; null if nothing is.</returns>
    public static async Task<string?> ShowAsync(
        IAnsiConsole console,
        StandardizeRun run,
        long bytes,
        TimeProvider time,
        CancellationToken cancellation)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return await run.RunAsync(cancellation);
        }

        return await console
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("standardizing", maxValue: Math.Max(bytes, 1));
                var started = time.GetTimestamp();
                var running = run.RunAsync(cancellation);
                using var timer = new PeriodicTimer(Refresh, time);
                while (await Task.WhenAny(running, timer.WaitForNextTickAsync(CancellationToken.None).AsTask()) != running)
                {
                    bar.Value = run.BytesRead;
                    bar.Description = $"{Counted.Of(run.Rows, "row")}, {run.Rows / time.GetElapsedTime(started).TotalSeconds:N0}/s";
                }

                return await running;
            });
    }
}
