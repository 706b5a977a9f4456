using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Azure;

/// <summary>A clock that stands still, except that short pauses are over at once.</summary>
/// <param name="start">What it shows; null for some noon.</param>
internal sealed class HurriedClock(DateTimeOffset? start = null) : FakeTimeProvider(start ?? new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero))
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(1);

    /// <summary>The pauses that were over at once.</summary>
    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > MaxPause)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Pauses.Enqueue(dueTime);
        return TimeProvider.System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
