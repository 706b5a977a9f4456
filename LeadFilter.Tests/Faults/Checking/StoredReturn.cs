namespace LeadFilter.Tests.Faults.Checking;

/// <summary>A return as it stands in a filter's database file.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Vendor">Who sold it.</param>
/// <param name="Price">What was paid for it.</param>
/// <param name="RequestedAt">When it was handed back.</param>
/// <param name="CreditedAt">When it was accepted; null if it is not.</param>
internal sealed record StoredReturn(string Lead, string Vendor, decimal Price, DateTimeOffset RequestedAt, DateTimeOffset? CreditedAt);
