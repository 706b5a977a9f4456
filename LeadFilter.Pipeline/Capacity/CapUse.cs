using LeadFilter.Core.Capacity;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>How far a cap is used up.</summary>
/// <param name="Cap">The cap.</param>
/// <param name="Counter">The counter: of the cap, or of one of its vendors, sources or values.</param>
/// <param name="Taken">How many places, or how much money; more than the limit only where that was lowered since.</param>
public sealed record CapUse(Cap Cap, CapCounter Counter, decimal Taken)
{
    /// <summary>The counter's limit.</summary>
    public CapLimit Limit => CapPart.LimitOf(Cap, Counter.Part);

    /// <summary>How much is left.</summary>
    public decimal Left => Math.Max(0, Limit.Amount - Taken);
}
