using LeadFilter.Core.Decisions;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Purchases;

namespace LeadFilter.Pipeline.Intake;

/// <summary>
/// The reasons that a test lead is told. It costs its vendor nothing and names whomever the vendor likes, so it is not told on which
/// list a person is, unless the contract says otherwise. The log has the real reasons.
/// </summary>
public static class TestReasons
{
    private static readonly Reason Listed = new(ReasonCode.Suppressed, "The person is on a list of people who are not bought");

    /// <summary>The reasons.</summary>
    /// <param name="test">A test lead that is decided.</param>
    /// <param name="reasons">The reasons as a lead to be bought would be told.</param>
    internal static IReadOnlyList<Reason> Of(Purchase test, IReadOnlyList<Reason> reasons) =>
        reasons.Count == 0 || test.Policy.Contract is { TestsNameLists: true } ? reasons : Of(test.Policy, test.Record);

    /// <summary>The reasons.</summary>
    /// <param name="policy">The rules under the vendor's contract.</param>
    /// <param name="test">What was decided about a test lead.</param>
    public static IReadOnlyList<Reason> Of(Policy policy, DecisionRecord test)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(test);
        if (policy.Contract is { TestsNameLists: true })
        {
            return [.. test.Rejecting.Select(Of)];
        }

        // Whatever its category is, a rule that asks a list says what the list says.
        var asking = policy.Rules
            .Where(static rule => rule.Ground.Category == Category.Suppressed
                || rule.RejectWhen.Operands.Any(static operand => SuppressionCheck.IsField(operand.Path)))
            .Select(static rule => rule.Ground.Id)
            .ToHashSet(StringComparer.Ordinal);
        return [.. test.Rejecting.Select(finding => asking.Contains(finding.Rule) ? Listed : Of(finding)).Distinct()];
    }

    private static Reason Of(RecordedFinding finding) => new(finding.Code, finding.Text);
}
