using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace LeadFilter.Core.Vendors;

/// <summary>All vendors, found by their keys.</summary>
public sealed class VendorDirectory
{
    /// <summary>No vendors.</summary>
    public static readonly VendorDirectory Empty = new([]);

    private readonly FrozenDictionary<VendorId, Vendor> byId;
    private readonly FrozenDictionary<long, (KeyHash Key, Vendor Vendor)[]> byKey;

    /// <summary>Makes a directory.</summary>
    /// <param name="vendors">The vendors; their ids differ.</param>
    public VendorDirectory(IReadOnlyCollection<Vendor> vendors)
    {
        byId = vendors.ToFrozenDictionary(vendor => vendor.Id);
        byKey = vendors.SelectMany(vendor => vendor.Keys.Select(key => (Key: key, Vendor: vendor)))
            .GroupBy(entry => entry.Key.Bucket)
            .ToFrozenDictionary(bucket => bucket.Key, bucket => bucket.ToArray());
    }

    /// <summary>All vendors.</summary>
    public IReadOnlyList<Vendor> All => byId.Values;

    /// <summary>Whether there is a vendor of this id.</summary>
    /// <param name="id">The id.</param>
    public bool Contains(VendorId id) => byId.ContainsKey(id);

    /// <summary>Finds a vendor; null if there is none of this id.</summary>
    /// <param name="id">The id.</param>
    public Vendor? Find(VendorId id) => byId.GetValueOrDefault(id);

    /// <summary>
    /// Finds a vendor by its API key. The key is hashed first, so the time that the look-up takes depends on bits that
    /// nobody can choose; the hashes are then compared in constant time.
    /// </summary>
    /// <param name="key">The key as sent.</param>
    /// <param name="vendor">Whose key it is.</param>
    public bool TryFindByKey(string key, [NotNullWhen(true)] out Vendor? vendor)
    {
        vendor = Find(KeyHash.Of(key));
        return vendor is not null;
    }

    /// <summary>Whose hash it is; null if no vendor's.</summary>
    /// <param name="hash">The hash of a key.</param>
    public Vendor? Find(KeyHash hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        Vendor? vendor = null;
        if (byKey.TryGetValue(hash.Bucket, out var candidates))
        {
            foreach (var candidate in candidates)
            {
                vendor = candidate.Key.Matches(hash) ? candidate.Vendor : vendor;
            }
        }

        return vendor;
    }
}
