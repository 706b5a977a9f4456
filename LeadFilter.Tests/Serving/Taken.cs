namespace LeadFilter.Tests.Serving;

/// <summary>A call that the CRM took, whatever it answered then: its first one made a record, another with the same key none.</summary>
/// <param name="Lead">The lead's id in the body.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="Vendor">The vendor in the body.</param>
/// <param name="Person">Whom the body is about.</param>
/// <param name="Price">The price in the body.</param>
/// <param name="Submission">The submission, where the body tells it; else it is the one of this vendor and person.</param>
internal sealed record Taken(string Lead, string Key, string Vendor, string Person, decimal Price, string? Submission = null);
