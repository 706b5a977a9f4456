namespace LeadFilter.Core.Vendors;

/// <summary>Where a vendor is told of what becomes of its leads.</summary>
/// <param name="Url">The address to post to: absolute https, or http on this machine.</param>
/// <param name="Secret">The name of the setting with the secret for the signature.</param>
public sealed record VendorNotify(Uri Url, string Secret);
