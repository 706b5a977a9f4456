using LeadFilter.Http.Rows;
using LeadFilter.Cli.Invocation;
using Spectre.Console;

namespace LeadFilter.Cli.Importing;

/// <summary>A progress bar with the rate, for somebody who watches.</summary>
internal static class ImportProgress
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Shows how an import goes on until it ends, and then leaves no trace; shows nothing where nobody can see it.</summary>
    /// <param name="console">Where to show it.</param>
    /// <param name="file">The file.</param>
    /// <param name="rows">How many rows are done.</param>
    /// <param name="import">The import.</param>
    /// <param name="time">The clock.</param>
    public static async Task ShowAsync(IAnsiConsole console, RowFile file, Func<long> rows, Func<Task> import, TimeProvider time)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            await import();
            return;
        }

        await console
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("importing", maxValue: Math.Max(file.Length, 1));
                bar.IsIndeterminate = file.Length == 0;
                var started = time.GetTimestamp();
                var running = import();
                using var timer = new PeriodicTimer(Refresh, time);
                while (await Task.WhenAny(running, timer.WaitForNextTickAsync(CancellationToken.None).AsTask()) != running)
                {
                    bar.Value = file.BytesRead;
                    bar.Description = $"{Counted.Of(rows(), "row")}, {rows() / time.GetElapsedTime(started).TotalSeconds:N0}/s";
                }

                await running;
            });
    }
}
