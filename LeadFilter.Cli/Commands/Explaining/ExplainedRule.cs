using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Explanations;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary>What one rule said of a lead.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Category">Why such leads are bad.</param>
/// <param name="Reason">The code that the vendor would get.</param>
/// <param name="Result"><c>match</c>, <c>no match</c> or <c>indeterminate</c>; <c>off</c> if the rule is not evaluated.</param>
/// <param name="Effect">What the rule does where it holds; null where it does not.</param>
/// <param name="Facts">What it saw.</param>
internal sealed record ExplainedRule(string Id, string Category, string Reason, string Result, Effect? Effect, IReadOnlyList<Fact> Facts)
{
    /// <summary>Makes it of a rule's trace.</summary>
    /// <param name="trace">The trace.</param>
    public static ExplainedRule Of(RuleTrace trace) => new(
        trace.Finding.Ground.Id,
        CategoryName.Of(trace.Finding.Ground.Category),
        trace.Finding.Ground.Reason.ToString(),
        trace.Result switch { Truth.Match => "match", Truth.NoMatch => "no match", Truth.Unreadable => "unreadable", _ => "indeterminate" },
        trace.Holds ? trace.Finding.Effect : null,
        trace.Facts);

    /// <summary>A rule that is off.</summary>
    /// <param name="ground">Its ground.</param>
    public static ExplainedRule Off(Ground ground) =>
        new(ground.Id, CategoryName.Of(ground.Category), ground.Reason.ToString(), "off", null, []);
}
