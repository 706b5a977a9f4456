namespace LeadFilter.TeamProgram.Intake;

public sealed record LeadReference(string Id);
