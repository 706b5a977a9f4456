namespace LeadFilter.Core.Decisions;

/// <summary>What is decided about a lead, and on which grounds.</summary>
public sealed class Decision
{
    internal Decision(IReadOnlyList<Finding> findings, Money price, Route route)
    {
        Findings = findings;
        Primary = findings.FirstOrDefault(static finding => finding.Effect == Effect.Reject);
        Price = Primary is null ? price : Money.Zero;
        Route = route;
    }

    /// <summary>Whether the lead is bought, as far as the grounds looked at so far go.</summary>
    public bool IsAccepted => Primary is null;

    /// <summary>Every ground that holds, in the order of the campaign file, with those that change nothing.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The first ground that rejects; null if the lead is bought.</summary>
    public Finding? Primary { get; }

    /// <summary>What is paid; nothing for a rejected lead.</summary>
    public Money Price { get; }

    /// <summary>Where a bought lead goes.</summary>
    public Route Route { get; }

    /// <summary>The lead's score; null if the campaign does not score, or has not yet.</summary>
    public double? Score { get; init; }

    /// <summary>Whether a pattern took too long to search the lead, so that what it says is indeterminate.</summary>
    public bool PatternGaveUp { get; init; }

    /// <summary>The same decision with one more ground, found after the rules.</summary>
    /// <param name="finding">The ground.</param>
    public Decision With(Finding finding) => new([.. Findings, finding], Price, Route) { Score = Score, PatternGaveUp = PatternGaveUp };
}
