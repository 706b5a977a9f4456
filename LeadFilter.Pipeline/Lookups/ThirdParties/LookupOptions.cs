namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>How hard third parties are asked. The limits hold for each provider by itself, and for one process.</summary>
internal sealed record LookupOptions
{
    /// <summary>The most that is read of an answer's body, in bytes.</summary>
    public const int MaxAnswer = 64 * 1024;

    /// <summary>How many calls run at once; the next one fails at once, for waiting would use up the answer's time.</summary>
    public int MaxConcurrentCalls { get; init; } = 128;

    /// <summary>How long making a connection may go on, even when the call that began it has given up.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The share of failed calls that pauses a provider.</summary>
    public double BreakAtFailures { get; init; } = 0.5;

    /// <summary>How many calls must have been made within <see cref="BreakWindow"/> before it may be paused.</summary>
    public int BreakAtCalls { get; init; } = 10;

    /// <summary>The time over which calls are counted.</summary>
    public TimeSpan BreakWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a pause lasts.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many characters of answers are kept in memory.</summary>
    public long CacheSize { get; init; } = 8 * 1024 * 1024;
}
