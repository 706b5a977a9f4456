namespace LeadFilter.Tests.Faults;

/// <summary>A lead as a vendor sends it, once or several times.</summary>
/// <param name="Name">What tells it from the vendor's other leads; its field <c>sub_id</c>.</param>
/// <param name="Person">Whom it is about.</param>
/// <param name="Fields">What is sent.</param>
/// <param name="Key">The idempotency key; null for none.</param>
internal sealed record Offer(string Name, string Person, Dictionary<string, string> Fields, string? Key);
