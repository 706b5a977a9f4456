namespace LeadFilter.Tests.Clocks;

/// <summary>A clock that somebody sets: its time jumps, its time stamps and timers do not, like those of a machine.</summary>
/// <param name="clock">What it follows otherwise.</param>
internal sealed class JumpingClock(TimeProvider clock) : TimeProvider
{
    private long offset;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>Sets the clock, ahead or back.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);
}
