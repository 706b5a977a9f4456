using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Lists;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Clocks;
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
        var unreadable = new List<(string Id, string Reason, Effect Effect)>();
        string? reason = null;
        foreach (var rule in rules.Where(rule => rule.Ground.Mode != RuleMode.Off))
        {
            var result = Evaluate(rule.RejectWhen, lead);
            var effect = EffectOf(rule.Ground, contract);
            if (result == Truth.Match
                || (rule.RejectIndeterminate && result == Truth.Indeterminate)
                || (rule.RejectIndeterminate && result == Truth.Unreadable && rule.OnUnreadable == UnreadableAnswers.AsMissing))
            {
                findings.Add($"{rule.Ground.Id}:{effect}");
                reason ??= effect == Effect.Reject ? rule.Ground.Reason.ToString() : null;
            }
            else if (result == Truth.Unreadable && rule.OnUnreadable == UnreadableAnswers.Reject)
            {
                var field = rule.RejectWhen.Operands.First(operand => operand.Fact is null && lead[operand.Slot].Validity == Validity.Invalid);
                unreadable.Add((rule.Ground.Id, $"unreadable_{field.Path.Split('.')[0]}", effect));
            }
        }

        foreach (var same in unreadable.GroupBy(one => (one.Reason, one.Effect)))
        {
            findings.Add($"{same.First().Id}:{same.Key.Effect}");
            reason ??= same.Key.Effect == Effect.Reject ? same.Key.Reason : null;
        }

        return (reason is null, reason, findings);
    }

    /// <summary>What a condition says of a lead.</summary>
    public static Truth Evaluate(Condition condition, Lead lead) => condition switch
    {
        ConditionGroup { Kind: GroupKind.All } group => All(group.Members.Select(member => Evaluate(member, lead))),
        ConditionGroup { Kind: GroupKind.Any } group => Any(group.Members.Select(member => Evaluate(member, lead))),
        ConditionGroup group => Not(Any(group.Members.Select(member => Evaluate(member, lead)))),
        NamedCondition named => Evaluate(named.Meaning, lead),
        OutsideHours { Clock: { } clock } outside when Zones(clock, lead) is [_, ..] zones => Of(zones.Exists(zone => !outside.Hours.IsOpen(lead.ReceivedAt, zone))),
        OutsideHours { Clock: { } clock } => NoZone(clock, lead),
        OutsideHours outside => Of(!outside.Hours.IsOpen(lead.ReceivedAt)),
        FieldTest { Clock: { } clock } test => ByClock(test, clock, lead),
        FieldTest test => Test(test, test.Operand.Read(lead), lead),
        _ => throw new ArgumentException("no such condition", nameof(condition)),
    };

    private static List<TimeZoneInfo> Zones(LeadClock clock, Lead lead) =>
        [.. LeadClock.Zones.Where((_, at) => (clock.ZonesOf(lead) & (1ul << at)) != 0)];

    private static Truth NoZone(LeadClock clock, Lead lead) =>
        clock.Operands.Any(operand => operand.Read(lead).Validity == Validity.Invalid) ? Truth.Unreadable : Truth.Indeterminate;

    private static Truth ByClock(FieldTest test, LeadClock clock, Lead lead)
    {
        var alone = Evaluate(test with { Clock = null }, lead);
        if (alone is Truth.Indeterminate or Truth.Unreadable)
        {
            return alone;
        }

        var said = Zones(clock, lead).Select(zone => Evaluate(test.In(zone), lead)).Distinct().ToList();
        return said switch { [] => NoZone(clock, lead), [var same] => same, _ => Truth.Indeterminate };
    }

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

    private static Truth All(IEnumerable<Truth> results) => First(results, Truth.NoMatch, Truth.Unreadable, Truth.Indeterminate, Truth.Match);

    private static Truth Any(IEnumerable<Truth> results) => First(results, Truth.Match, Truth.Unreadable, Truth.Indeterminate, Truth.NoMatch);

    private static Truth First(IEnumerable<Truth> results, params Truth[] order)
    {
        var list = results.ToList();
        return order.First(truth => list.Contains(truth) || truth == order[^1]);
    }

    private static Truth Not(Truth truth) => truth switch { Truth.Match => Truth.NoMatch, Truth.NoMatch => Truth.Match, _ => truth };

    private static Truth Of(bool holds) => holds ? Truth.Match : Truth.NoMatch;

    private static Truth Test(FieldTest test, FieldValue value, Lead lead)
    {
        if (test.Operator.Test == TestKind.Valid)
        {
            return Of((value.Validity == Validity.Valid) != test.Operator.Contrary);
        }

        if (test.Operator.Test == TestKind.Blank)
        {
            return Of(value.Validity is Validity.Missing or Validity.Blank != test.Operator.Contrary);
        }

        var second = test.Other?.Read(lead);
        if ((value.Validity == Validity.Invalid && !test.Operand.IsLookedUp)
            || (second is { Validity: Validity.Invalid } && !test.Other!.IsLookedUp))
        {
            return Truth.Unreadable;
        }

        if (value.Validity != Validity.Valid
            || second is { IsValid: false }
            || (test.Operator.Test == TestKind.Matches && value.TextString.Length > MaxSearched))
        {
            return Truth.Indeterminate;
        }

        if (second is { } other)
        {
            return Of(Holds(test, value, [new(other.TextString, other.Number)], lead) != test.Operator.Contrary);
        }

        return Of(Holds(test, value, test.List is null ? test.Constants : Lists.TryGetValue(test.List, out var list) ? list : [], lead) != test.Operator.Contrary);
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
            TestKind.Older when constants[0].Calendar is { } length => Ago(value, length, test) < Start(length, lead),
            TestKind.Newer when constants[0].Calendar is { } length => Ago(value, length, test) > Start(length, lead),
            TestKind.Older => lead.ReceivedAt.ToUnixTimeMilliseconds() - value.Number > numbers[0],
            TestKind.Newer => lead.ReceivedAt.ToUnixTimeMilliseconds() - value.Number < numbers[0],
            _ => throw new ArgumentException("no such test", nameof(test)),
        };
    }

    /// <summary>When the clocks of the zone showed the time of the lead, so many months before it.</summary>
    private static DateTimeOffset Start(CalendarLength length, Lead lead)
    {
        var clock = TimeZoneInfo.ConvertTime(lead.ReceivedAt, length.Zone).DateTime.AddMonths(-length.Months);
        return new(clock, length.Zone.GetUtcOffset(clock));
    }

    /// <summary>The instant; of a date, its midnight in the zone.</summary>
    private static DateTimeOffset Ago(FieldValue value, CalendarLength length, FieldTest test)
    {
        var utc = DateTimeOffset.FromUnixTimeMilliseconds((long)value.Number);
        return test.Operand.Type.Kind == ValueKind.Date ? new(utc.DateTime, length.Zone.GetUtcOffset(utc.DateTime)) : utc;
    }
}
