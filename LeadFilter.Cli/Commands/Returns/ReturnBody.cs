namespace LeadFilter.Cli.Commands.Returns;

/// <summary>What is done with a return, as a filter reads it.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Reason">Why, as a code; null for none.</param>
internal sealed record ReturnBody(string Action, string? Reason);
