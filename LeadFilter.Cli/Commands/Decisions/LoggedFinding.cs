namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>A ground that held.</summary>
/// <param name="Code">The reason code.</param>
/// <param name="Effect"><c>reject</c>, or why it did not: <c>shadow</c>, <c>trial</c>, <c>waived</c>, <c>touchpoint</c>.</param>
internal sealed record LoggedFinding(string Code, string Effect);
