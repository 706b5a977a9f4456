namespace LeadFilter.Pipeline.Delivery;

/// <summary>How patiently and how hard CRMs are called. The limits hold for each CRM host by itself, and for one process.</summary>
public sealed record DeliveryOptions
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

    /// <summary>How many calls run at once: 1 to 1,000.</summary>
    public int MaxConcurrentCalls { get; init; } = 16;

    /// <summary>How many leads may wait for a free call, 0 to 10,000; the next one goes back to the queue.</summary>
    public int MaxWaiting { get; init; } = 64;

    /// <summary>How long a delivery may take with its waiting and all its tries: 1 s to 4 min, within a queue's lock.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one try may take: 100 ms to <see cref="TotalTimeout"/>.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long making a connection may take: 100 ms to 1 min.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a call is repeated at once, before the lead goes back to the queue: 0 to 5.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The wait before the first repetition, doubled for each next one and with jitter: 1 ms to 10 s.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The longest <c>Retry-After</c> that is waited for at once, 0 to 30 s; a longer one sends the lead back to the queue.
    /// </summary>
    public TimeSpan MaxPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The share of failed calls that pauses a CRM: 0.01 to 1.</summary>
    public double BreakAtFailures { get; init; } = 0.5;

    /// <summary>How many calls must have been made within <see cref="BreakWindow"/> before it may be paused: 2 to 1,000.</summary>
    public int BreakAtCalls { get; init; } = 10;

    /// <summary>The time over which calls are counted: 1 s to 10 min.</summary>
    public TimeSpan BreakWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a pause lasts: 1 s to 10 min.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What is wrong with these options.</summary>
    /// <returns>A sentence for each option that is out of its range; none if all is well.</returns>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        Check(nameof(MaxConcurrentCalls), MaxConcurrentCalls, 1, 1_000);
        Check(nameof(MaxWaiting), MaxWaiting, 0, 10_000);
        CheckTime(nameof(TotalTimeout), TotalTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(4));
        CheckTime(nameof(TryTimeout), TryTimeout, TimeSpan.FromMilliseconds(100), TotalTimeout);
        CheckTime(nameof(ConnectTimeout), ConnectTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Check(nameof(Retries), Retries, 0, 5);
        CheckTime(nameof(RetryDelay), RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10));
        CheckTime(nameof(MaxPatience), MaxPatience, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Check(nameof(BreakAtFailures), BreakAtFailures, 0.01, 1.0);
        Check(nameof(BreakAtCalls), BreakAtCalls, 2, 1_000);
        CheckTime(nameof(BreakWindow), BreakWindow, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        CheckTime(nameof(BreakDuration), BreakDuration, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        if (OwnAddress is { } own && !(own.IsAbsoluteUri && (own.Scheme == Uri.UriSchemeHttp || own.Scheme == Uri.UriSchemeHttps)))
        {
            problems.Add($"{nameof(OwnAddress)} must be an absolute http or https address.");
        }

        return problems;

        void Check(string name, double value, double least, double most)
        {
            if (!(value >= least && value <= most))
            {
                problems.Add($"{name} is {value}; it must be {least} to {most}.");
            }
        }

        void CheckTime(string name, TimeSpan value, TimeSpan least, TimeSpan most)
        {
            if (value < least || value > most)
            {
                problems.Add($"{name} is {value:c}; it must be {least:c} to {most:c}.");
            }
        }
    }
}
