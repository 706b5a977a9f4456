namespace LeadFilter.Cli.Standardizing.Columns;

/// <summary>How often values were invalid for a reason.</summary>
/// <param name="Why">The reason.</param>
/// <param name="Count">How often.</param>
internal sealed record ReasonCount(string Why, long Count);
