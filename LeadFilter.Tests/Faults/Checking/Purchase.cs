namespace LeadFilter.Tests.Faults.Checking;

/// <summary>A lead that is bought, or may be: its vendor was not told, but it is on its way to the CRM.</summary>
/// <param name="Lead">The lead's id.</param>
/// <param name="Vendor">Who sold it; null if that is not known.</param>
/// <param name="Person">Whom it is about; null if that is not known.</param>
/// <param name="At">When it was received.</param>
/// <param name="IsTold">Whether its vendor was told so.</param>
/// <param name="IsLogged">Whether the log says so.</param>
internal sealed record Purchase(string Lead, string? Vendor, string? Person, DateTimeOffset At, bool IsTold, bool IsLogged);
