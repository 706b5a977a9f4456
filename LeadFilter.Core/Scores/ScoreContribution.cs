namespace LeadFilter.Core.Scores;

/// <summary>What one line of a score gave a lead.</summary>
/// <param name="Id">The line's name.</param>
/// <param name="Kind">For what the points are given.</param>
/// <param name="Points">The points, to two decimals; 0 if the lead gets none.</param>
public readonly record struct ScoreContribution(string Id, ScoreKind Kind, double Points);
