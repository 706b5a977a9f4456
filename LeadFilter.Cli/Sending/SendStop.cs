namespace LeadFilter.Cli.Sending;

/// <summary>Why a sending ended before its file did.</summary>
/// <param name="Cause">What stopped it.</param>
/// <param name="Message">What to tell the user; empty for a Ctrl-C.</param>
internal sealed record SendStop(SendStopCause Cause, string Message);
