using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>The tests of one field against another.</summary>
internal static class PairTests
{
    /// <summary>Compiles a test of two fields; what cannot be said of either cannot be said of both.</summary>
    public static Check Compile(FieldTest test, FieldOperand other)
    {
        var byText = test.Operand.Type.Kind == ValueKind.Text;
        return test.Operator.Test switch
        {
            TestKind.Equal when byText => Of<SameText>(test, other),
            TestKind.Equal => Of<SameNumber>(test, other),
            TestKind.Less => Of<LessThan>(test, other),
            TestKind.Greater => Of<GreaterThan>(test, other),
            TestKind.Includes => Of<Including>(test, other),
            TestKind.StartsWith => Of<Starting>(test, other),
            TestKind.EndsWith => Of<Ending>(test, other),
            _ => throw new ArgumentException($"{test.Operator.Word} compares no two fields.", nameof(test)),
        };
    }

    private static Check Of<TTest>(FieldTest test, FieldOperand other)
        where TTest : struct, IPairTest
    {
        var (operand, contrary) = (test.Operand, test.Operator.Contrary);
        var (unreadable, otherUnreadable) = (TestCompiler.UnreadableOf(operand), TestCompiler.UnreadableOf(other));
        return (lead, _) =>
        {
            var (value, second) = (operand.Read(lead), other.Read(lead));
            return !value.IsValid || !second.IsValid
                ? value.Validity == unreadable || second.Validity == otherUnreadable ? Truth.Unreadable : Truth.Indeterminate
                : default(TTest).Holds(in value, in second) != contrary ? Truth.Match : Truth.NoMatch;
        };
    }

    private readonly struct SameText : IPairTest
    {
        public bool Holds(in FieldValue value, in FieldValue other) => value.Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase);
    }

    private readonly struct SameNumber : IPairTest
    {
        public bool Holds(in FieldValue value, in FieldValue other) => value.Number.Equals(other.Number);
    }

    private readonly struct LessThan : IPairTest
    {
        public bool Holds(in FieldValue value, in FieldValue other) => value.Number < other.Number;
    }

    private readonly struct GreaterThan : IPairTest
    {
        public bool Holds(in FieldValue value, in FieldValue other) => value.Number > other.Number;
    }

    private readonly struct Including : IPairTest
    {
        public bool Holds(in FieldValue value, in FieldValue other) => value.Text.Contains(other.Text, StringComparison.OrdinalIgnoreCase);
    }

    private readonly struct Starting : IPairTest
    {
        public bool Holds(in FieldValue value, in FieldValue other) =>
            value.Text.StartsWith(other.Text, StringComparison.OrdinalIgnoreCase);
    }

    private readonly struct Ending : IPairTest
    {
        public bool Holds(in FieldValue value, in FieldValue other) => value.Text.EndsWith(other.Text, StringComparison.OrdinalIgnoreCase);
    }
}
