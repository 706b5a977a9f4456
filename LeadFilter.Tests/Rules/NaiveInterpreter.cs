using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Lists;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;

namespace LeadFilter.Tests.Rules;

/// <summary>The oracle: reads conditions as they stand, slowly and plainly. The compiled policy must agree with it.</summary>
internal static class NaiveInterpreter
{
    private const int MaxSearched = 4096;

    /// <summary>The values of sets, which cannot be told from a set itself.</summary>
    public static readonly ConditionalWeakTable<ValueSet, IReadOnlyList<Constant>> Lists = [];

    public static (bool Accepted, string? Reason, IReadOnlyList<string> Findings) Decide(IEnumerable<Rule> rules, Contract? contract, Lead lead)
    {
        var findings = new List<string>();
        string? reason = null;
        foreach (var rule in rules.Where(rule => rule.Ground.Mode != RuleMode.Off))
        {
            var result = Evaluate(rule.RejectWhen, lead);
            if (result == true || (result is null && rule.RejectIndeterminate))
            {
                var effect = EffectOf(rule.Ground, contract);
                findings.Add($"{rule.Ground.Id}:{effect}");
                reason ??= effect == Effect.Reject ? rule.Ground.Reason.ToString() : null;
            }
        }

        return (reason is null, reason, findings);
    }

    /// <summary>True, false, or null for indeterminate.</summary>
    public static bool? Evaluate(Condition condition, Lead lead) => condition switch
    {
        ConditionGroup { Kind: GroupKind.All } group => All(group.Members.Select(member => Evaluate(member, lead))),
        ConditionGroup { Kind: GroupKind.Any } group => Any(group.Members.Select(member => Evaluate(member, lead))),
        ConditionGroup group => !Any(group.Members.Select(member => Evaluate(member, lead))),
        NamedCondition named => Evaluate(named.Meaning, lead),
        OutsideHours outside => !outside.Hours.IsOpen(lead.ReceivedAt),
        FieldTest test => Test(test, test.Operand.Read(lead), lead),
        _ => throw new ArgumentException("no such condition", nameof(condition)),
    };

    private static Effect EffectOf(Ground ground, Contract? contract)
    {
        if (ground.Mode == RuleMode.Shadow)
        {
            return Effect.Shadow;
        }

        if (contract is null || ground.Always)
        {
            return Effect.Reject;
        }

        if (contract.Trial)
        {
            return Effect.Trial;
        }

        return contract.Rejects is null || contract.Rejects.Contains(ground.Category) ? Effect.Reject : Effect.Waived;
    }

    private static bool? All(IEnumerable<bool?> results)
    {
        var list = results.ToList();
        return list.Contains(false) ? false : list.Contains(null) ? null : true;
    }

    private static bool? Any(IEnumerable<bool?> results)
    {
        var list = results.ToList();
        return list.Contains(true) ? true : list.Contains(null) ? null : false;
    }

    private static bool? Test(FieldTest test, FieldValue value, Lead lead)
    {
        if (test.Operator.Test == TestKind.Valid)
        {
            return (value.Validity == Validity.Valid) != test.Operator.Contrary;
        }

        if (test.Operator.Test == TestKind.Blank)
        {
            return value.Validity is Validity.Missing or Validity.Blank != test.Operator.Contrary;
        }

        if (value.Validity != Validity.Valid || (test.Operator.Test == TestKind.Matches && value.TextString.Length > MaxSearched))
        {
            return null;
        }

        if (test.Other is { } other)
        {
            var second = other.Read(lead);
            return second.Validity == Validity.Valid
                ? Holds(test, value, [new(second.TextString, second.Number)], lead) != test.Operator.Contrary
                : null;
        }

        return Holds(test, value, test.List is null ? test.Constants : Lists.TryGetValue(test.List, out var list) ? list : [], lead) != test.Operator.Contrary;
    }

    private static bool Holds(FieldTest test, FieldValue value, IReadOnlyList<Constant> constants, Lead lead)
    {
        var text = value.TextString.ToUpperInvariant();
        var texts = constants.Select(constant => constant.Text.ToUpperInvariant()).ToList();
        var numbers = constants.Select(constant => constant.Number).ToList();
        var byText = test.Operand.Type.Kind == ValueKind.Text;
        return test.Operator.Test switch
        {
            TestKind.True => value.Number == 1,
            TestKind.Obscene => Profanity.IsObscene(value.TextString),
            TestKind.Equal or TestKind.In => byText ? texts.Contains(text) : numbers.Contains(value.Number),
            TestKind.Less => value.Number < numbers[0],
            TestKind.Greater => value.Number > numbers[0],
            TestKind.Between when numbers[0] > numbers[1] => value.Number >= numbers[0] || value.Number <= numbers[1],
            TestKind.Between => value.Number >= numbers[0] && value.Number <= numbers[1],
            TestKind.Includes => texts.Exists(part => text.Contains(part, StringComparison.Ordinal)),
            TestKind.StartsWith => texts.Exists(part => text.StartsWith(part, StringComparison.Ordinal)),
            TestKind.EndsWith => texts.Exists(part => text.EndsWith(part, StringComparison.Ordinal)),
            TestKind.Matches => Regex.IsMatch(value.TextString, constants[0].Text, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)),
            TestKind.Similar => texts.Exists(part => part == text || (Math.Abs(part.Length - text.Length) <= test.Edits && NaiveDistance.Between(text, part) <= test.Edits)),
            TestKind.Older => lead.ReceivedAt.ToUnixTimeMilliseconds() - value.Number > numbers[0],
            TestKind.Newer => lead.ReceivedAt.ToUnixTimeMilliseconds() - value.Number < numbers[0],
            _ => throw new ArgumentException("no such test", nameof(test)),
        };
    }
}
