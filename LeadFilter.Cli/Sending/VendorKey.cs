using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Sending;

/// <summary>A vendor's key, as the command line gives it: <c>acme=KEY</c>.</summary>
/// <param name="Vendor">Whose it is.</param>
/// <param name="Key">The key.</param>
internal sealed record VendorKey(VendorId Vendor, AccessKey Key)
{
    /// <summary>Reads <c>VENDOR=KEY</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null if it is none.</returns>
    public static VendorKey? Parse(string text) =>
        text.Split('=', 2) is [var vendor, var key] && VendorId.TryParse(vendor, out var id) && AccessKey.TryParse(key, out var read)
            ? new(id, read)
            : null;
}
