namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>A decision, as the filter lists it: without personal data.</summary>
/// <param name="At">When it was made.</param>
/// <param name="Lead">The lead's id.</param>
/// <param name="Vendor">Who sent it.</param>
/// <param name="Outcome"><c>success</c> or <c>failure</c>.</param>
/// <param name="Price">What is paid.</param>
/// <param name="Findings">Every ground that held.</param>
/// <param name="Source">Where the vendor got it; null if unknown.</param>
/// <param name="Test">Whether it was a test lead.</param>
internal sealed record LoggedDecision(
    DateTimeOffset At,
    string Lead,
    string Vendor,
    string Outcome,
    decimal Price,
    IReadOnlyList<LoggedFinding> Findings,
    string? Source = null,
    bool Test = false);
