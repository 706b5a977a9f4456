using System.Security.Cryptography;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Commands.Starting;

/// <summary>A file of vendors to start from: one vendor with a key of its own.</summary>
/// <param name="key">The key, as the vendor sends it.</param>
internal sealed class NewVendors(string key)
{
    /// <summary>The schema's name.</summary>
    public const string SchemaName = "vendors.schema.json";

    private const string Id = "first-vendor";
    private const int KeyLength = 48;

    /// <summary>The vendor and its key.</summary>
    public FirstVendor Vendor => VendorId.TryParse(Id, out var id) ? new(id, key) : throw new InvalidOperationException(Id);

    /// <summary>The file, with only the key's SHA-256.</summary>
    public string Text =>
        $$"""
        // Who may sell leads. A key itself is written nowhere: only its SHA-256, which docs/campaigns.md says how to compute.
        {
          "$schema": "./{{SchemaName}}",
          "vendors": {
            "{{Id}}": {
              "name": "First Vendor",
              "keys": ["{{KeyHash.Of(key)}}"]
            }
          }
        }

        """;

    /// <summary>Makes one with a new key.</summary>
    public static NewVendors Make() => new(RandomNumberGenerator.GetHexString(KeyLength, lowercase: true));
}
