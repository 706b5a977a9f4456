namespace LeadFilter.Cli.Commands.Accounts;

/// <summary>An attempt to deliver that came to nothing.</summary>
/// <param name="Attempt">Which one, from 1.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, as a code.</param>
/// <param name="Description">Why, in a sentence.</param>
internal sealed record LeadAttempt(int Attempt, DateTimeOffset At, string Reason, string Description);
