namespace LeadFilter.Pipeline.Targets;

/// <summary>A target's word that it has learned of an opt-out.</summary>
/// <param name="Target">The target's id.</param>
/// <param name="Status">The HTTP status of its answer; 0 if the opt-out has nothing that the target could be told.</param>
/// <param name="At">When.</param>
public sealed record TargetAcknowledgement(string Target, int Status, DateTimeOffset At);
