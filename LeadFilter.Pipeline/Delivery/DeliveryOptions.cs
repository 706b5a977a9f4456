using System.ComponentModel.DataAnnotations;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>How patiently and how hard CRMs are called. The limits hold for each CRM host by itself, and for one process.</summary>
public sealed record DeliveryOptions : IValidatableObject
{
    private volatile Uri? ownAddress;

    /// <summary>
    /// Where this filter itself listens, for campaigns whose delivery address begins with <c>/</c>. A host sets it as soon as
    /// it knows its port; until then such leads wait in the queue.
    /// </summary>
    public Uri? OwnAddress
    {
        get => ownAddress;
        set => ownAddress = value;
    }

    /// <summary>How many calls run at once.</summary>
    [Range(1, 1_000)]
    public int MaxConcurrentCalls { get; init; } = 16;

    /// <summary>How many leads may wait for a free call; the next one goes back to the queue.</summary>
    [Range(0, 10_000)]
    public int MaxWaiting { get; init; } = 64;

    /// <summary>How long a delivery may take with its waiting and all its tries, within a queue's lock.</summary>
    [TimeRange("00:00:01", "00:04:00")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one try may take: <see cref="TotalTimeout"/> at most.</summary>
    [TimeRange("00:00:00.1", "00:04:00")]
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long making a connection may take.</summary>
    [TimeRange("00:00:00.1", "00:01:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a call is repeated at once, before the lead goes back to the queue.</summary>
    [Range(0, 5)]
    public int Retries { get; init; } = 2;

    /// <summary>The wait before the first repetition, doubled for each next one and with jitter.</summary>
    [TimeRange("00:00:00.001", "00:00:10")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The longest <c>Retry-After</c> that is waited for at once; a longer one sends the lead back to the queue.
    /// </summary>
    [TimeRange("00:00:00", "00:00:30")]
    public TimeSpan MaxPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The share of failed calls that pauses a CRM.</summary>
    [Range(0.01, 1.0)]
    public double BreakAtFailures { get; init; } = 0.5;

    /// <summary>How many calls must have been made within <see cref="BreakWindow"/> before it may be paused.</summary>
    [Range(2, 1_000)]
    public int BreakAtCalls { get; init; } = 10;

    /// <summary>The time over which calls are counted.</summary>
    [TimeRange("00:00:01", "00:10:00")]
    public TimeSpan BreakWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a pause lasts.</summary>
    [TimeRange("00:00:01", "00:10:00")]
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TryTimeout > TotalTimeout)
        {
            yield return new($"{nameof(TryTimeout)} must not be longer than {nameof(TotalTimeout)}.");
        }

        if (OwnAddress is { } own && !(own.IsAbsoluteUri && (own.Scheme == Uri.UriSchemeHttp || own.Scheme == Uri.UriSchemeHttps)))
        {
            yield return new($"{nameof(OwnAddress)} must be an absolute http or https address.");
        }
    }
}
