using LeadFilter.Core.Conditions;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Scores;

/// <summary>A score, compiled.</summary>
internal sealed class Scorer(ScorePlan plan, ConditionCompiler compiler)
{
    private readonly Check?[] checks = [.. plan.Points.Select(point => point.When is null ? null : compiler.Compile(point.When))];

    /// <summary>The plan.</summary>
    public ScorePlan Plan => plan;

    /// <summary>Whether the score depends on what is looked up.</summary>
    public bool NeedsLookup { get; } = plan.Points.Any(static point => point.Operands.Any(static operand => operand.IsLookedUp));

    /// <summary>A lead's score. Allocates nothing.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="remembered">What shared conditions said of the lead.</param>
    public double ValueOf(Lead lead, Span<byte> remembered)
    {
        var sum = 0d;
        for (var at = 0; at < checks.Length; at++)
        {
            sum += PointsOf(at, lead, remembered);
        }

        return Bounded(sum);
    }

    /// <summary>A lead's score with what each line gave.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="remembered">What shared conditions said of the lead.</param>
    public ScoreSheet SheetOf(Lead lead, byte[] remembered) => new(
        ValueOf(lead, remembered),
        [.. plan.Points.Select((point, at) => new ScoreContribution(point.Id, point.Kind, PointsOf(at, lead, remembered)))]);

    // Sums of hundredths are not exact in binary: without this, 0.1 + 0.2 would miss a threshold of 0.3.
    private double Bounded(double sum) => Math.Clamp(Math.Round(sum, 2, MidpointRounding.AwayFromZero), plan.Min, plan.Max);

    private double PointsOf(int at, Lead lead, Span<byte> remembered)
    {
        if (checks[at] is { } check && check(lead, remembered) != Truth.Match)
        {
            return 0;
        }

        var point = plan.Points[at];
        var points = point.Points;
        if (point.Per is { } per)
        {
            var value = per.Read(lead);
            points *= value.IsValid ? Math.Max(0, value.Number) : 0;
            points = point.MaxPoints is { } most ? Math.Clamp(points, -most, most) : points;
        }

        if (point is { HalfLife: { } halfLife, Since: { } since })
        {
            var value = since.Read(lead);
            var age = lead.ReceivedAt.ToUnixTimeMilliseconds() - value.Number;
            points = value.IsValid ? points * Math.Pow(0.5, Math.Max(0, age) / halfLife.TotalMilliseconds) : 0;
        }

        return Math.Round(points, 2, MidpointRounding.AwayFromZero);
    }
}
