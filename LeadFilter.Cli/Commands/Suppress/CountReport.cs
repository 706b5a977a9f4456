namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>How many entries a list has; written as it is by <c>--json</c>.</summary>
/// <param name="List">The list.</param>
/// <param name="Entries">How many there are.</param>
/// <param name="By">How many of each kind.</param>
internal sealed record CountReport(string List, long Entries, IReadOnlyDictionary<string, long> By);
