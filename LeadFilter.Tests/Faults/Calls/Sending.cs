namespace LeadFilter.Tests.Faults.Calls;

/// <summary>A lead as a vendor sends it, once or again.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Name">What the vendor calls it; also its idempotency key.</param>
/// <param name="Person">Whom it is about.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record Sending(string Vendor, string Name, string Person, params (string Name, string Value)[] Fields);
