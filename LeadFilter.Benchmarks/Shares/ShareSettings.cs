namespace LeadFilter.Benchmarks.Shares;

/// <summary>What <c>shares</c> is told.</summary>
internal sealed record ShareSettings
{
    /// <summary>How many connections the noisy vendor sends over, each without a pause.</summary>
    public required int Connections { get; init; }

    /// <summary>Leads a second of the quiet vendor.</summary>
    public required int Rate { get; init; }

    /// <summary>How long each run takes.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>For how long leads are sent before.</summary>
    public required TimeSpan Warmup { get; init; }

    /// <summary>How many requests are worked on at the same moment, each in runs of its own.</summary>
    public required IReadOnlyList<int> Active { get; init; }

    /// <summary>Another program of the filter; null for the one that was built with this one.</summary>
    public required string? Filter { get; init; }
}
