using System.Collections.Concurrent;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Sending;

/// <summary>Finds a vendor's key: on the command line, else in the environment, else, on this machine only, the demo key.</summary>
/// <param name="given">The keys of the command line; the last of a vendor counts.</param>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="url">The filter's address.</param>
internal sealed class VendorKeys(IReadOnlyList<VendorKey> given, Func<string, string?> variable, Uri url)
{
    private readonly ConcurrentDictionary<VendorId, AccessKey?> found = [];

    /// <summary>Finds a key.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <returns>Null if there is none: see <see cref="Missing"/>.</returns>
    public AccessKey? Find(VendorId vendor) => found.GetOrAdd(vendor, Look);

    /// <summary>Says how to give a vendor's key.</summary>
    /// <param name="vendor">The vendor.</param>
    public static string Missing(VendorId vendor) =>
        $"no key for vendor '{vendor}'; give it with --key {vendor}=KEY or in the environment variable {VariableOf(vendor)}";

    private AccessKey? Look(VendorId vendor)
    {
        if (given.LastOrDefault(one => one.Vendor == vendor) is { } named)
        {
            return named.Key;
        }

        var set = variable(VariableOf(vendor));
        var text = string.IsNullOrEmpty(set) && url.IsLoopback ? $"{vendor}-demo-key" : set;
        return AccessKey.TryParse(text, out var key) ? key : null;
    }

    private static string VariableOf(VendorId vendor) => $"LEADFILTER_KEY_{vendor.ToString().ToUpperInvariant().Replace('-', '_')}";
}
