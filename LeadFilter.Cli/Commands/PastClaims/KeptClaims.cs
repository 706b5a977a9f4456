using LeadFilter.Pipeline.Batches;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>What a filter answers to purchases that were handed to it.</summary>
internal sealed record KeptClaims
{
    /// <summary>How many are new.</summary>
    public long Added { get; init; }

    /// <summary>How many were there already.</summary>
    public long AlreadyThere { get; init; }

    /// <summary>How many are too old to count.</summary>
    public long TooOld { get; init; }

    /// <summary>How many were passed over.</summary>
    public int Invalid { get; init; }

    /// <summary>How many name a vendor that the campaign does not have.</summary>
    public long UnknownVendor { get; init; }

    /// <summary>Those of the ones passed over that are told.</summary>
    public IReadOnlyList<InvalidValue> Problems { get; init; } = [];
}
