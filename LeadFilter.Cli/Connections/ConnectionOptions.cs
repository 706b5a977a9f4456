namespace LeadFilter.Cli.Connections;

/// <summary>How many connections may be open, and how long one may be idle. <see cref="ConnectionSettings"/> has the ranges.</summary>
internal sealed record ConnectionOptions
{
    private readonly int? maxPerAddress;

    /// <summary>How many connections may be open at once.</summary>
    public int Max { get; init; } = 4_096;

    /// <summary>How many of them may come from one remote address; half of <see cref="Max"/> if it is not set.</summary>
    public int MaxPerAddress
    {
        get => maxPerAddress ?? Math.Max(1, Max / 2);
        init => maxPerAddress = value;
    }

    /// <summary>How long the headers of a request may take to arrive.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may stay open without a request.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(130);
}
