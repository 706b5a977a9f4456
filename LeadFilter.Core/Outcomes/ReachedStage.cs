namespace LeadFilter.Core.Outcomes;

/// <summary>That a lead has reached one of the stages from attempted to converted.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="At">When it was reached first.</param>
/// <param name="IsImplied">Whether nobody told it for that time: a later stage was reached, which goes through this one.</param>
public readonly record struct ReachedStage(LeadStage Stage, DateTimeOffset At, bool IsImplied);
