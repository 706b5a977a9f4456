using System.Buffers;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>Turns the test of one field into a closure that has its slot, its part and its test inside.</summary>
internal static class TestCompiler
{
    private const Validity NoValidity = (Validity)byte.MaxValue;

    /// <summary>Compiles a test.</summary>
    public static Check Compile(FieldTest test)
    {
        if (test.Clock is { } clock)
        {
            return LeadClockTest.Compile(test, clock);
        }

        if (test.Operator.IsTotal)
        {
            return test.Operator.Test == TestKind.Valid
                ? Valid(test.Operand, test.Operator.Contrary)
                : Blank(test.Operand, test.Operator.Contrary);
        }

        if (test.Other is { } other)
        {
            return PairTests.Compile(test, other);
        }

        return test.Operand.Type.Kind == ValueKind.Text ? OnText(test) : OnNumber(test);
    }

    private static Check Valid(FieldOperand operand, bool contrary)
    {
        var slot = operand.Slot;
        return operand is { Part: null, Fact: null }
            ? (lead, _) => lead[slot].IsValid != contrary ? Truth.Match : Truth.NoMatch
            : (lead, _) => operand.Read(lead).IsValid != contrary ? Truth.Match : Truth.NoMatch;
    }

    private static Check Blank(FieldOperand operand, bool contrary)
    {
        var slot = operand.Slot;
        return operand is { Part: null, Fact: null }
            ? (lead, _) => lead[slot].Validity <= Validity.Blank != contrary ? Truth.Match : Truth.NoMatch
            : (lead, _) => operand.Read(lead).Validity <= Validity.Blank != contrary ? Truth.Match : Truth.NoMatch;
    }

    private static Check OnText(FieldTest test)
    {
        var texts = test.Constants.Select(constant => constant.Text).ToArray();
        switch (test.Operator.Test)
        {
            case TestKind.Obscene: return Of(test, default(ValueTests.IsObscene));
            case TestKind.Equal: return Of(test, new ValueTests.TextIs(texts[0]));
            case TestKind.In: return Of(test, new ValueTests.TextIn(test.List ?? ValueSet.OfTexts(texts)));
            case TestKind.Includes: return Of(
                test,
                new ValueTests.Includes(SearchValues.Create(texts, StringComparison.OrdinalIgnoreCase)));
            case TestKind.StartsWith: return Of(test, new ValueTests.StartsWith(texts));
            case TestKind.EndsWith: return Of(test, new ValueTests.EndsWith(texts));
            case TestKind.Similar: return Of(test, new ValueTests.SimilarTo(texts, test.Edits));
            case TestKind.Matches:
                return PatternTest.Compile(test, test.Pattern ?? new(texts[0], new()));
            default: throw NoTest(test);
        }
    }

    private static Check OnNumber(FieldTest test)
    {
        var numbers = test.Constants.Select(constant => constant.Number).ToArray();
        return test.Operator.Test switch
        {
            TestKind.True => Of(test, default(ValueTests.IsTrue)),
            TestKind.Equal => Of(test, new ValueTests.NumberIs(numbers[0])),
            TestKind.In => Of(test, new ValueTests.NumberIn(test.List ?? ValueSet.OfNumbers(numbers))),
            TestKind.Less => Of(test, new ValueTests.Less(numbers[0])),
            TestKind.Greater => Of(test, new ValueTests.Greater(numbers[0])),
            TestKind.Between when numbers[0] > numbers[1] => Of(test, new ValueTests.BetweenRound(numbers[0], numbers[1])),
            TestKind.Between => Of(test, new ValueTests.Between(numbers[0], numbers[1])),
            TestKind.Older or TestKind.Newer when test.Constants[0].Calendar is { } length => OnMonths(test, length),
            TestKind.Older => Of(test, new ValueTests.Older(numbers[0])),
            TestKind.Newer => Of(test, new ValueTests.Newer(numbers[0])),
            _ => throw NoTest(test),
        };
    }

    private static Check OnMonths(FieldTest test, CalendarLength length) => test.Operand.Type.Kind == ValueKind.Date
        ? Of(test, new ValueTests.DateByMonths(length, test.Operator.Test == TestKind.Older))
        : Of(test, new ValueTests.InstantByMonths(length, test.Operator.Test == TestKind.Older));

    private static ArgumentException NoTest(FieldTest test) =>
        new($"{test.Operator.Word} tests no {test.Operand.Type.Kind}.", nameof(test));

    private static Check Of<TTest>(FieldTest test, TTest holds)
        where TTest : struct, IValueTest
    {
        var (passed, failed) = test.Operator.Contrary ? (Truth.NoMatch, Truth.Match) : (Truth.Match, Truth.NoMatch);
        var (slot, unreadable) = (test.Operand.Slot, UnreadableOf(test.Operand));
        if (test.Operand.Fact is { } fact)
        {
            return (lead, _) =>
            {
                var value = fact(lead);
                return !value.IsValid ? Truth.Indeterminate : holds.Holds(in value, lead) ? passed : failed;
            };
        }

        if (test.Operand.Part is { Read: var read })
        {
            return (lead, _) =>
            {
                ref readonly var whole = ref lead[slot];
                if (!whole.IsValid)
                {
                    return whole.Validity == unreadable ? Truth.Unreadable : Truth.Indeterminate;
                }

                var part = read(in whole, lead.ReceivedAt);
                return !part.IsValid ? Truth.Indeterminate : holds.Holds(in part, lead) ? passed : failed;
            };
        }

        return (lead, _) =>
        {
            ref readonly var value = ref lead[slot];
            return value.IsValid ? holds.Holds(in value, lead) ? passed : failed
                : value.Validity == unreadable ? Truth.Unreadable : Truth.Indeterminate;
        };
    }

    /// <summary>
    /// The validity of an answer that cannot be read. No value has the one of what is looked up: a third party that answers nonsense
    /// has not answered, and the vendor is not to blame.
    /// </summary>
    internal static Validity UnreadableOf(FieldOperand operand) => operand.IsLookedUp ? NoValidity : Validity.Invalid;
}
