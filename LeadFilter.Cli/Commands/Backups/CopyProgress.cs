using Spectre.Console;

namespace LeadFilter.Cli.Commands.Backups;

/// <summary>A progress bar for the pages of a copy, for somebody who watches.</summary>
internal static class CopyProgress
{
    /// <summary>Shows how a copy goes on until it ends, and then leaves no trace; shows nothing where nobody can see it.</summary>
    /// <typeparam name="T">What the copy results in.</typeparam>
    /// <param name="console">Where to show it.</param>
    /// <param name="name">What is done, in one word.</param>
    /// <param name="copy">The copy; it tells how many pages are done, and of how many.</param>
    public static async Task<T> ShowAsync<T>(IAnsiConsole console, string name, Func<Action<int, int>, T> copy)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return await Task.Run(() => copy(static (_, _) => { }));
        }

        return await console
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var bar = progress.AddTask(name);
                return Task.Run(() => copy((done, total) =>
                {
                    bar.MaxValue = Math.Max(total, 1);
                    bar.Value = done;
                }));
            });
    }
}
