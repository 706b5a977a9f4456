using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Limits;

namespace LeadFilter.Http.Endpoints;

/// <summary>A vendor who may ask.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Campaign">The campaign of the address.</param>
/// <param name="Policy">Its rules under the vendor's contract.</param>
/// <param name="Use">What the vendor uses, for <see cref="LeadGate"/>.</param>
public readonly record struct AdmittedVendor(VendorId Vendor, Campaign Campaign, Policy Policy, VendorUse Use);
