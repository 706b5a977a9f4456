using System.Security.Cryptography;
using System.Text;

namespace LeadFilter.TeamProgram.Intake;

/// <summary>Who may post, by the SHA-256 of the key.</summary>
public static class VendorKeys
{
    private static readonly Dictionary<string, string> Vendors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4"] = "acme",
        ["406d80a6ca16b503d67a87a258aaad0eb171d333f46020835e7ec6ddd38e51c2"] = "bright",
    };

    public static string? VendorOf(string? key) =>
        key is null ? null : Vendors.GetValueOrDefault(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
}
