namespace LeadFilter.Benchmarks.Refusals;

/// <summary>What <c>refusals</c> is told.</summary>
internal sealed record RefusalSettings
{
    /// <summary>How many connections send good leads. A quarter of them finds a place in work, a quarter may wait.</summary>
    public required int Connections { get; init; }

    /// <summary>Requests a second of the stranger, and of the vendor beyond its rate.</summary>
    public required int Rate { get; init; }

    /// <summary>How long each run takes.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>For how long good leads are sent before.</summary>
    public required TimeSpan Warmup { get; init; }

    /// <summary>Another program of the filter; null for the one that was built with this one.</summary>
    public required string? Filter { get; init; }
}
