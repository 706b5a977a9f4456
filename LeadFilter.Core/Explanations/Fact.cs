using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Explanations;

/// <summary>A field or part as a lead has it.</summary>
/// <param name="Name">The name, such as <c>email.domain</c>.</param>
/// <param name="Validity">Missing, blank, invalid or valid.</param>
/// <param name="Text">The canonical text if valid; else why it is invalid, or null.</param>
public sealed record Fact(string Name, Validity Validity, string? Text)
{
    /// <summary>The fields that a condition looks at, each once, in the order of the condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="lead">The lead.</param>
    public static IReadOnlyList<Fact> SeenBy(Condition condition, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return [.. condition.SeenOf(lead).DistinctBy(static operand => operand.Path).Select(operand => Of(operand, lead))];
    }

    private static Fact Of(FieldOperand operand, Lead lead)
    {
        var value = operand.Read(lead);
        return new(operand.Path, value.Validity, value.IsValid ? operand.Type.CanonicalText(in value) : value.Why);
    }
}
