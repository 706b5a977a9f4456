using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Commands.Starting;

/// <summary>The vendor with whom a folder of campaigns begins.</summary>
/// <param name="Id">The vendor.</param>
/// <param name="Key">Its key, which is kept nowhere; null if it was made before and only its hash is known.</param>
internal sealed record FirstVendor(VendorId Id, string? Key);
