namespace LeadFilter.Cli.Commands.Statements;

/// <summary>The sums of a statement.</summary>
/// <param name="Bought">What was bought.</param>
/// <param name="Returned">What of it was handed back.</param>
/// <param name="Open">What of that may still be credited.</param>
/// <param name="Credited">What was credited.</param>
/// <param name="Owed">What is owed.</param>
internal sealed record TotalsLine(CountLine Bought, CountLine Returned, CountLine Open, CountLine Credited, decimal Owed);
