using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Limits;

/// <summary>What one vendor uses of this process at the moment. The gate alone changes it, under its lock, but for the bucket.</summary>
/// <param name="vendor">The vendor.</param>
public sealed class VendorUse(VendorId vendor)
{
    /// <summary>The vendor.</summary>
    public VendorId Vendor => vendor;

    /// <summary>Its requests over time.</summary>
    internal TokenBucket Bucket { get; } = new();

    /// <summary>Its requests in work and waiting.</summary>
    internal int Open { get; set; }

    /// <summary>Those that wait to be let in, the oldest first.</summary>
    internal LinkedList<Waiter> Waiting { get; } = [];

    /// <summary>Those that were let in, have stepped aside, and wait for a turn again.</summary>
    internal Queue<Waiter> Returning { get; } = [];

    /// <summary>Whether any of its requests waits.</summary>
    internal bool IsWaiting => Waiting.Count + Returning.Count > 0;
}
