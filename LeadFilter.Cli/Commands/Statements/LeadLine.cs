namespace LeadFilter.Cli.Commands.Statements;

/// <summary>A lead on a statement.</summary>
/// <param name="Lead">The lead's id.</param>
/// <param name="At">When it was bought.</param>
/// <param name="Price">What was paid.</param>
/// <param name="Source">Where the vendor got it; null if that is not known.</param>
/// <param name="Return">What became of its return; null if it was not handed back.</param>
/// <param name="Reason">Why it was handed back.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="CreditedAt">When the credit was booked.</param>
/// <param name="Credit">What is given back; null for nothing.</param>
internal sealed record LeadLine(
    string Lead,
    DateTimeOffset At,
    decimal Price,
    string? Source = null,
    string? Return = null,
    string? Reason = null,
    DateTimeOffset? RequestedAt = null,
    DateTimeOffset? CreditedAt = null,
    decimal? Credit = null);
