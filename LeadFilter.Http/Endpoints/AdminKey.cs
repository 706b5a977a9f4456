using LeadFilter.Core.Vendors;
using LeadFilter.Http.Requests;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>The key of the buyer's own people. Kept as a hash; sent like a vendor's key.</summary>
/// <param name="key">The key.</param>
public sealed class AdminKey(string key)
{
    /// <summary>The setting that holds the key.</summary>
    public const string SettingName = "LEADFILTER_ADMIN_KEY";

    private readonly KeyHash hash = KeyHash.Of(key);

    /// <summary>Whether a request shows the key.</summary>
    /// <param name="request">The request.</param>
    public bool Opens(HttpRequest request) => VendorKey.TryRead(request, out var shown) && KeyHash.Of(shown).Matches(hash);
}
