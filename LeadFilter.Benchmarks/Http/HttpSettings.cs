using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Benchmarks.Http;

/// <summary>What <c>http</c> is told.</summary>
internal sealed record HttpSettings
{
    /// <summary>What to send, each in runs of its own.</summary>
    public required IReadOnlyList<LeadKind> Leads { get; init; }

    /// <summary>What the filter is measured against.</summary>
    public required IReadOnlyList<Peer> Against { get; init; }

    /// <summary>How many connections.</summary>
    public required int Connections { get; init; }

    /// <summary>Leads a second of the open loop; null for half of what the closed loop reached.</summary>
    public required double? Rate { get; init; }

    /// <summary>How many runs each figure is taken from.</summary>
    public required int Rounds { get; init; }

    /// <summary>How long each run takes.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How long leads are sent before the first run of each server.</summary>
    public required TimeSpan Warmup { get; init; }

    /// <summary>Another program of the filter; null for the one that was built with this one.</summary>
    public required string? Filter { get; init; }
}
