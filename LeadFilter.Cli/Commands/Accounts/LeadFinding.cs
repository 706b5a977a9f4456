namespace LeadFilter.Cli.Commands.Accounts;

/// <summary>A ground that held.</summary>
/// <param name="Code">The reason code.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Category">The category.</param>
/// <param name="Effect"><c>reject</c>, or why it did not.</param>
internal sealed record LeadFinding(string Code, string Rule, string Category, string Effect);
