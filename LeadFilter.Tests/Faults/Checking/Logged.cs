namespace LeadFilter.Tests.Faults.Checking;

/// <summary>A record of the log of decisions; tests are none of the checker's business.</summary>
/// <param name="Lead">The lead's id.</param>
/// <param name="Vendor">The vendor.</param>
/// <param name="IsAccepted">Whether it is bought.</param>
/// <param name="Price">The price.</param>
/// <param name="At">When the lead was received.</param>
/// <param name="IsUpdate">Whether it only updates a lead that was bought before: it is delivered, and not bought.</param>
internal sealed record Logged(string Lead, string Vendor, bool IsAccepted, decimal Price, DateTimeOffset At, bool IsUpdate = false);
