namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>A rejected lead, as the filter lists it: without personal data.</summary>
/// <param name="At">When it was rejected.</param>
/// <param name="Lead">Its id.</param>
/// <param name="Vendor">Who sent it.</param>
/// <param name="Reasons">Why, the primary reason first.</param>
/// <param name="Source">Where the vendor got it; null if unknown.</param>
/// <param name="Test">Whether it was a test lead.</param>
internal sealed record Rejection(
    DateTimeOffset At,
    string Lead,
    string Vendor,
    IReadOnlyList<RejectionReason> Reasons,
    string? Source = null,
    bool Test = false);
