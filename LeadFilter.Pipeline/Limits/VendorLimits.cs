using System.Collections.Concurrent;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Limits;

/// <summary>Holds each vendor to its rate, by a token bucket of its own.</summary>
/// <param name="options">The rate of those that have none of their own.</param>
/// <param name="metrics">Counts what is refused.</param>
/// <param name="time">The clock.</param>
public sealed class VendorLimits(LimitOptions options, LeadMetrics metrics, TimeProvider time)
{
    // INVARIANT: only ids of vendors that proved who they are, and no more than there are vendors.
    private readonly ConcurrentDictionary<VendorId, VendorUse> uses = new();

    /// <summary>How many vendors are remembered.</summary>
    internal int Count => uses.Count;

    /// <summary>Lets a request pass, or not.</summary>
    /// <param name="vendor">Who sends it.</param>
    /// <param name="vendors">All vendors of the moment.</param>
    /// <param name="use">What the vendor uses, for <see cref="LeadGate"/>.</param>
    /// <param name="wait">On failure, after how long a request would pass.</param>
    /// <returns>False if the vendor sends faster than agreed.</returns>
    public bool TryPass(Vendor vendor, VendorDirectory vendors, out VendorUse use, out TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(vendor);
        ArgumentNullException.ThrowIfNull(vendors);
        use = uses.TryGetValue(vendor.Id, out var known) ? known : Remember(vendor.Id, vendors);
        wait = TimeSpan.Zero;
        if ((vendor.Rate ?? options.VendorRate) is not { } rate
            || use.Bucket.Take(rate, time.GetTimestamp(), time.TimestampFrequency) is not { } needed)
        {
            return true;
        }

        metrics.Limited(vendor.Id, "rate");
        wait = needed;
        return false;
    }

    private VendorUse Remember(VendorId vendor, VendorDirectory vendors)
    {
        var use = uses.GetOrAdd(vendor, static id => new(id));
        foreach (var id in uses.Keys)
        {
            if (!vendors.Contains(id))
            {
                uses.TryRemove(id, out _);
            }
        }

        return use;
    }
}
