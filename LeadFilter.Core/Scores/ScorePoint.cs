using LeadFilter.Core.Conditions;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Scores;

/// <summary>Points of a score, and when a lead gets them.</summary>
/// <param name="Id">Its name in score sheets; unique in the campaign's score.</param>
/// <param name="Kind">For what the points are given.</param>
/// <param name="Points">How many, -1000 to 1000; with <see cref="Per"/>, for each unit of the field's value.</param>
public sealed record ScorePoint(string Id, ScoreKind Kind, double Points)
{
    /// <summary>The condition; null for always. Indeterminate is no match.</summary>
    public Condition? When { get; init; }

    /// <summary>A number of the lead for each unit of which the points are given; values under 0 count as 0. Null for once.</summary>
    public FieldOperand? Per { get; init; }

    /// <summary>With <see cref="Per"/>: the most points, above 0, that it gives or takes; null for no limit.</summary>
    public double? MaxPoints { get; init; }

    /// <summary>After how long half of the points are left, and half of these after as long again; null for no decay.</summary>
    public TimeSpan? HalfLife { get; init; }

    /// <summary>The point in time from which the points decay; a lead without it gets none of them.</summary>
    public FieldOperand? Since { get; init; }

    /// <summary>Everything that it looks at.</summary>
    internal IEnumerable<FieldOperand> Operands => (When?.Operands ?? []).Concat(new[] { Per, Since }.OfType<FieldOperand>());
}
