namespace LeadFilter.Cli.Commands.Statements;

/// <summary>Leads, and their prices together.</summary>
/// <param name="Leads">How many.</param>
/// <param name="Amount">What was paid for them.</param>
internal sealed record CountLine(int Leads, decimal Amount);
