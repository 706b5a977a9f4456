using System.Text;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Tests.Vendors;

/// <summary>A file of vendors whose second line holds the section.</summary>
internal static class VendorText
{
    public static string Mistakes(string vendors) =>
        string.Join('\n', VendorDirectoryLoader.Load("vendors.json", Encoding.UTF8.GetBytes($"{{\n\"vendors\": {vendors}\n}}")).Mistakes
            .Select(mistake => mistake.ToString()["vendors.json:".Length..]));
}
