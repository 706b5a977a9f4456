namespace LeadFilter.Cli.Commands.Returns;

/// <summary>A change of a return.</summary>
/// <param name="State">The state since then.</param>
/// <param name="At">When it was.</param>
/// <param name="By">Who made it.</param>
/// <param name="Reason">Why, as a code; null if none was given.</param>
internal sealed record ReturnChangeLine(string State, DateTimeOffset At, string By, string? Reason);
