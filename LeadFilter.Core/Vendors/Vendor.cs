namespace LeadFilter.Core.Vendors;

/// <summary>Who sells leads to us.</summary>
/// <param name="Id">The id, as in campaigns, reports and logs.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Keys">The hashes of its API keys; several while a key is being changed.</param>
public sealed record Vendor(VendorId Id, string Name, IReadOnlyList<KeyHash> Keys)
{
    /// <summary>How fast it may send requests; null: as the installation says for all.</summary>
    public RequestRate? Rate { get; init; }

    /// <summary>Where it is told of what becomes of its leads; null: it is not told.</summary>
    public VendorNotify? Notify { get; init; }
}
