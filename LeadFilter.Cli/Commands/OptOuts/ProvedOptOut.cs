namespace LeadFilter.Cli.Commands.OptOuts;

/// <summary>The document of a proof.</summary>
/// <param name="ProvedAt">When it was made.</param>
/// <param name="OptOut">The opt-out.</param>
internal sealed record ProvedOptOut(DateTimeOffset ProvedAt, OptOutView OptOut);
