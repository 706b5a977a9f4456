using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Delivery;

/// <summary>A fake clock that tells when somebody begins to wait, so that a test can let the time pass at the right moment.</summary>
internal sealed class TimerClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> timers = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);

        // Time-outs are timers that are set later; only plain waits begin with their time.
        if (dueTime > TimeSpan.Zero)
        {
            timers.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Waits until somebody waits for so long.</summary>
    public Task TimerAsync(TimeSpan due) => TimerAsync(found => found == due);

    /// <summary>Waits until somebody waits for a time that fits, and says for how long.</summary>
    public async Task<TimeSpan> TimerAsync(Func<TimeSpan, bool> fits)
    {
        TimeSpan due;
        do
        {
            due = await timers.Reader.ReadAsync();
        }
        while (!fits(due));
        return due;
    }
}
