using LeadFilter.Core.Capacity;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>How far a cap is used up.</summary>
/// <param name="Cap">The cap.</param>
/// <param name="Counter">The counter: of the cap, or of one of its vendors or sources.</param>
/// <param name="Taken">How many places are taken; more than the limit only where that was lowered since.</param>
public sealed record CapUse(Cap Cap, CapCounter Counter, int Taken)
{
    /// <summary>How many are left.</summary>
    public int Left => Math.Max(0, Cap.Limit - Taken);
}
