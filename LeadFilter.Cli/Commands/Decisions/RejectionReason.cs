namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>Why a lead was rejected.</summary>
/// <param name="Code">The reason code.</param>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Category">Its category.</param>
internal sealed record RejectionReason(string Code, string? Rule = null, string? Category = null);
