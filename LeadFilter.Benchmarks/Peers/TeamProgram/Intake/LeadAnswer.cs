namespace LeadFilter.TeamProgram.Intake;

public sealed record LeadAnswer(
    string Outcome, LeadReference Lead, decimal Price, string? Reason = null, IReadOnlyList<string>? Reasons = null);
