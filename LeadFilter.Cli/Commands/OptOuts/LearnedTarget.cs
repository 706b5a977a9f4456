namespace LeadFilter.Cli.Commands.OptOuts;

/// <summary>A system that has learned of an opt-out.</summary>
/// <param name="Target">Its id.</param>
/// <param name="At">When.</param>
/// <param name="Status">The status with which it answered.</param>
internal sealed record LearnedTarget(string Target, DateTimeOffset At, int Status);
