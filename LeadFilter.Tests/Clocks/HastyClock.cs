namespace LeadFilter.Tests.Clocks;

/// <summary>A clock that runs many times as fast as the real one, so that schedules of minutes pass in seconds.</summary>
/// <param name="factor">How many times.</param>
/// <param name="start">When it shows the real time; clocks of several processes with one start show one time.</param>
internal sealed class HastyClock(int factor, DateTimeOffset start) : TimeProvider
{
    private readonly long startStamp = System.GetTimestamp();

    /// <param name="factor">How many times.</param>
    public HastyClock(int factor)
        : this(factor, System.GetUtcNow())
    {
    }

    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => start + ((System.GetUtcNow() - start) * factor);

    public override long GetTimestamp() => startStamp + ((System.GetTimestamp() - startStamp) * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HastyTimer(System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)), Shorten);

    private TimeSpan Shorten(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / factor));

    private sealed class HastyTimer(ITimer timer, Func<TimeSpan, TimeSpan> shorten) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(shorten(dueTime), shorten(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
