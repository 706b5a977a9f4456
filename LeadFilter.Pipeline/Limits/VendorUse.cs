using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Limits;

/// <summary>What one vendor uses of this process at the moment.</summary>
/// <param name="vendor">The vendor.</param>
public sealed class VendorUse(VendorId vendor)
{
    /// <summary>The vendor.</summary>
    public VendorId Vendor => vendor;

    /// <summary>Its requests over time.</summary>
    internal TokenBucket Bucket { get; } = new();

    /// <summary>Its requests in work and waiting. The gate alone changes it, under its lock.</summary>
    internal int Open { get; set; }
}
