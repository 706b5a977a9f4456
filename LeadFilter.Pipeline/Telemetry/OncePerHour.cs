using System.Collections.Concurrent;

namespace LeadFilter.Pipeline.Telemetry;

/// <summary>Lets a warning through at most once an hour for each subject, so that a fault that lasts does not flood the log.</summary>
/// <typeparam name="T">The subjects: few, such as campaigns.</typeparam>
/// <param name="time">The clock.</param>
internal sealed class OncePerHour<T>(TimeProvider time)
    where T : notnull
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<T, long> told = new();

    /// <summary>Whether to warn now; then the hour begins.</summary>
    /// <param name="subject">The subject.</param>
    public bool IsDue(T subject)
    {
        var now = time.GetTimestamp();
        return told.TryAdd(subject, now)
            || (told[subject] is var last && time.GetElapsedTime(last, now) >= Pause && told.TryUpdate(subject, now, last));
    }
}
