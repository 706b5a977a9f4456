namespace LeadFilter.Core.Targets;

/// <summary>A moment from which on it is to be told that a target has not learned of an opt-out.</summary>
/// <param name="Day">The business day after the opt-out.</param>
/// <param name="At">The moment: the start of that day, or its end if it is overdue.</param>
/// <param name="IsOverdue">Whether the target should have learned of it by now.</param>
public readonly record struct TargetWarning(int Day, DateTimeOffset At, bool IsOverdue)
{
    /// <summary>The word by which it is recognized, such as <c>day-2</c> or <c>overdue</c>.</summary>
    public string Word => IsOverdue ? "overdue" : $"day-{Day}";
}
