namespace LeadFilter.Core.Scores;

/// <summary>A lead's score and how it came about.</summary>
/// <param name="Value">The score: the sum of the contributions, within the plan's bounds.</param>
/// <param name="Contributions">What each line gave, in the order of the file, with those that gave nothing.</param>
public sealed record ScoreSheet(double Value, IReadOnlyList<ScoreContribution> Contributions);
