using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Scores;

/// <summary>How a campaign scores leads, and what the score decides.</summary>
/// <param name="Points">What gives points, in the order of the file.</param>
/// <param name="Min">The least score.</param>
/// <param name="Max">The greatest score.</param>
/// <param name="Sales">From this score on a lead goes to the salesmen.</param>
/// <param name="Nurture">From this score on, below <paramref name="Sales"/>, a lead is warmed up first; below it, it is rejected.</param>
/// <param name="Ground">What being below <paramref name="Nurture"/> means.</param>
public sealed record ScorePlan(IReadOnlyList<ScorePoint> Points, double Min, double Max, double Sales, double Nurture, Ground Ground)
{
    /// <summary>Where a lead of a score goes, if it is bought.</summary>
    /// <param name="score">The score.</param>
    internal Route RouteOf(double score) => Ground.Mode == RuleMode.Shadow || score >= Sales ? Route.Sales : Route.Nurture;
}
