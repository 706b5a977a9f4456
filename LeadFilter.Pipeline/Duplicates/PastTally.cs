using LeadFilter.Pipeline.Batches;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>What came of purchases of the past.</summary>
/// <param name="Added">How many are kept now.</param>
/// <param name="AlreadyThere">How many were there already, or a later purchase of the same person.</param>
/// <param name="TooOld">How many are too old to count.</param>
/// <param name="Invalid">Those that cannot be kept.</param>
public sealed record PastTally(long Added, long AlreadyThere, long TooOld, IReadOnlyList<InvalidValue> Invalid)
{
    /// <summary>How many name a vendor that the campaign does not have: plans with the scope vendor do not know of them.</summary>
    public long UnknownVendor { get; init; }
}
