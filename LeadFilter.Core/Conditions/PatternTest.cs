using LeadFilter.Core.Patterns;

namespace LeadFilter.Core.Conditions;

/// <summary>Compiles the search for a pattern.</summary>
internal static class PatternTest
{
    /// <summary>Compiles a test. What a text holds that is too long, or that took too long, cannot be said.</summary>
    public static Check Compile(FieldTest test, Pattern pattern)
    {
        var (operand, contrary) = (test.Operand, test.Operator.Contrary);
        var unreadable = TestCompiler.UnreadableOf(operand);
        return (lead, remembered) =>
        {
            var value = operand.Read(lead);
            if (!value.IsValid)
            {
                return operand.Fact is null && lead[operand.Slot].Validity == unreadable ? Truth.Unreadable : Truth.Indeterminate;
            }

            return value.Text.Length > Pattern.MaxSearchedLength
                ? Truth.Indeterminate
                : PatternBudget.Search(pattern, value.Text, remembered) switch
                {
                    { } found => found != contrary ? Truth.Match : Truth.NoMatch,
                    null => Truth.Indeterminate,
                };
        };
    }
}
