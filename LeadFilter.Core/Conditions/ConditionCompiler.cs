using System.Collections.Frozen;
using System.Text.RegularExpressions;
using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Conditions;

/// <summary>Turns conditions into closures over the lead's slots: no expression trees, whose first call is too slow for a cold start.</summary>
public static class ConditionCompiler
{
    private delegate bool ValueTest(in FieldValue value);

    /// <summary>How every pattern is read: without case, and without backtracking, so that it takes linear time.</summary>
    internal const RegexOptions PatternOptions = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Compiles a condition.</summary>
    /// <param name="condition">The condition; its patterns are known to be well formed.</param>
    public static Check Compile(Condition condition) => condition switch
    {
        ConditionGroup { Kind: GroupKind.All } group => All(CompileMembers(group)),
        ConditionGroup { Kind: GroupKind.Any } group => Any(CompileMembers(group)),
        ConditionGroup group => Not(Any(CompileMembers(group))),
        OutsideHours { Hours: var hours } => lead => hours.IsOpen(lead.ReceivedAt) ? Truth.NoMatch : Truth.Match,
        FieldTest { Operator.IsTotal: true } test => Total(test),
        FieldTest test => OnValue(test.Operand, test.Operator.Contrary, ValueTestOf(test)),
        _ => throw new ArgumentException($"{condition?.GetType().Name} is no kind of condition.", nameof(condition)),
    };

    private static Check[] CompileMembers(ConditionGroup group) => [.. group.Members.Select(Compile)];

    private static Check All(Check[] members) => lead =>
    {
        var result = Truth.Match;
        foreach (var member in members)
        {
            switch (member(lead))
            {
                case Truth.NoMatch: return Truth.NoMatch;
                case Truth.Indeterminate: result = Truth.Indeterminate; break;
            }
        }

        return result;
    };

    private static Check Any(Check[] members) => lead =>
    {
        var result = Truth.NoMatch;
        foreach (var member in members)
        {
            switch (member(lead))
            {
                case Truth.Match: return Truth.Match;
                case Truth.Indeterminate: result = Truth.Indeterminate; break;
            }
        }

        return result;
    };

    private static Check Not(Check member) => lead => member(lead) switch
    {
        Truth.Match => Truth.NoMatch,
        Truth.NoMatch => Truth.Match,
        _ => Truth.Indeterminate,
    };

    private static Check Total(FieldTest test)
    {
        var (operand, contrary) = (test.Operand, test.Operator.Contrary);
        return test.Operator.Test == TestKind.Valid
            ? lead => operand.Read(lead).IsValid != contrary ? Truth.Match : Truth.NoMatch
            : lead => (operand.Read(lead).Validity <= Validity.Blank) != contrary ? Truth.Match : Truth.NoMatch;
    }

    private static Check OnValue(FieldOperand operand, bool contrary, ValueTest test)
    {
        var (passed, failed) = contrary ? (Truth.NoMatch, Truth.Match) : (Truth.Match, Truth.NoMatch);
        var slot = operand.Slot;
        if (operand.Part is { Read: var read })
        {
            return lead =>
            {
                ref readonly var whole = ref lead[slot];
                if (!whole.IsValid)
                {
                    return Truth.Indeterminate;
                }

                var part = read(in whole, lead.ReceivedAt);
                return !part.IsValid ? Truth.Indeterminate : test(in part) ? passed : failed;
            };
        }

        return lead =>
        {
            ref readonly var value = ref lead[slot];
            return !value.IsValid ? Truth.Indeterminate : test(in value) ? passed : failed;
        };
    }

    private static ValueTest ValueTestOf(FieldTest test)
    {
        var byText = test.Operand.Type.Kind == ValueKind.Text;
        var texts = test.Constants.Select(constant => constant.Text).ToArray();
        var numbers = test.Constants.Select(constant => constant.Number).ToArray();
        switch (test.Operator.Test)
        {
            case TestKind.True:
                return static (in value) => value.Number != 0;
            case TestKind.Equal when byText:
                var text = texts[0];
                return (in value) => value.Text.Equals(text, StringComparison.OrdinalIgnoreCase);
            case TestKind.Equal:
                var number = numbers[0];
                return (in value) => value.Number.Equals(number);
            case TestKind.In when byText:
                var set = texts.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
                return (in value) => set.Contains(value.Text);
            case TestKind.In:
                var numberSet = numbers.ToFrozenSet();
                return (in value) => numberSet.Contains(value.Number);
            case TestKind.Less:
                var less = numbers[0];
                return (in value) => value.Number < less;
            case TestKind.Greater:
                var greater = numbers[0];
                return (in value) => value.Number > greater;
            case TestKind.Between:
                var (low, high) = (numbers[0], numbers[1]);
                return (in value) => value.Number >= low && value.Number <= high;
            case TestKind.Includes:
                var needles = System.Buffers.SearchValues.Create(texts, StringComparison.OrdinalIgnoreCase);
                return (in value) => value.Text.ContainsAny(needles);
            case TestKind.StartsWith:
                return (in value) => StartsWithAny(value.Text, texts);
            case TestKind.EndsWith:
                return (in value) => EndsWithAny(value.Text, texts);
            case TestKind.Matches:
                var pattern = test.Pattern ?? new Regex(texts[0], PatternOptions);
                return (in value) => pattern.IsMatch(value.Text);
            default:
                throw new ArgumentException($"{test.Operator.Word} tests no value.", nameof(test));
        }
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
