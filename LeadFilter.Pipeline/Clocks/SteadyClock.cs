namespace LeadFilter.Pipeline.Clocks;

/// <summary>
/// A clock for pauses: it goes on from the time at which it was made, by time stamps, however the machine's clock is set
/// meanwhile. A pause that was to last for seconds would last for as long as the machine's clock is set back, else.
/// </summary>
/// <param name="clock">The machine's clock.</param>
internal sealed class SteadyClock(TimeProvider clock) : TimeProvider
{
    private readonly DateTimeOffset start = clock.GetUtcNow();
    private readonly long startStamp = clock.GetTimestamp();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start + clock.GetElapsedTime(startStamp);

    /// <inheritdoc/>
    public override long GetTimestamp() => clock.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
