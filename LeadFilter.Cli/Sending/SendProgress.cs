using LeadFilter.Cli.Invocation;
using Spectre.Console;

namespace LeadFilter.Cli.Sending;

/// <summary>A progress bar with the rate, for somebody who watches.</summary>
internal static class SendProgress
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Shows how a sending goes on until it ends, and then leaves no trace; shows nothing where nobody can see it.</summary>
    /// <param name="console">Where to show it.</param>
    /// <param name="tally">Knows how many leads are sent.</param>
    /// <param name="total">How many leads there are; null if nobody knows.</param>
    /// <param name="send">The sending.</param>
    /// <param name="time">The clock.</param>
    public static async Task<SendReport> ShowAsync(
        IAnsiConsole console,
        SendTally tally,
        long? total,
        Func<Task<SendReport>> send,
        TimeProvider time)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return await send();
        }

        return await console
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("sending", maxValue: total ?? 1);
                bar.IsIndeterminate = total is null;
                var started = time.GetTimestamp();
                var sending = send();
                using var timer = new PeriodicTimer(Refresh, time);
                while (await Task.WhenAny(sending, timer.WaitForNextTickAsync().AsTask()) != sending)
                {
                    var sent = tally.Sent;
                    bar.Value = total is null ? 0 : sent;
                    bar.Description = $"{Counted.Of(sent, "lead")}, {sent / time.GetElapsedTime(started).TotalSeconds:N0}/s";
                }

                return await sending;
            });
    }
}
