using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>What conditions cost, very roughly in nanoseconds: members of a group are asked in this order, whatever the file's.</summary>
internal static class ConditionCost
{
    /// <summary>What is cheaper than this is asked again rather than remembered.</summary>
    public const int WorthRemembering = 4;

    private const int LeadClock = 200;

    /// <summary>The cost of a condition.</summary>
    public static int Of(Condition condition) => condition switch
    {
        FieldTest { Clock: not null } test => LeadClock + Reading(test.Operand) + Testing(test.Operator.Test),
        FieldTest test => Reading(test.Operand) + (test.Other is { } other ? Reading(other) : 0) + Testing(test.Operator.Test),
        ConditionGroup group => 1 + group.Members.Sum(Of),
        NamedCondition named => Of(named.Meaning),
        _ => 0,
    };

    private static int Reading(FieldOperand operand) => operand.Fact is not null ? 20 : operand.Part is not null ? 4 : 1;

    private static int Testing(TestKind test) => test switch
    {
        TestKind.Equal or TestKind.StartsWith or TestKind.EndsWith => 2,
        TestKind.In => 5,
        TestKind.Includes => 20,
        TestKind.Similar => 40,
        TestKind.Obscene => 60,
        TestKind.Matches => 100,
        _ => 0,
    };
}
