using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>
/// Turns the conditions of one policy into closures over the lead's slots: no expression trees, whose first call is too slow for a cold
/// start. Conditions that say the same are compiled once; those that cost something are asked once in a decision and then remembered.
/// </summary>
public sealed class ConditionCompiler
{
    private const int MaxRemembered = 1024;

    private readonly Dictionary<Condition, int> uses = [];
    private readonly Dictionary<Condition, Check> compiled = [];

    /// <summary>Looks at all conditions of a policy, to find out what they share.</summary>
    /// <param name="conditions">The conditions.</param>
    public ConditionCompiler(IEnumerable<Condition> conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        foreach (var condition in conditions)
        {
            Count(condition);
        }
    }

    /// <summary>Compiles a condition that stands alone, outside the rules, score and prices of a policy.</summary>
    /// <param name="condition">The condition; its patterns are known to be well formed.</param>
    public static Func<Lead, Truth> CompileAlone(Condition condition)
    {
        var compiler = new ConditionCompiler([condition]);
        var check = compiler.Compile(condition);
        return lead =>
        {
            Span<byte> remembered = stackalloc byte[compiler.Remembered];
            return check(lead, remembered);
        };
    }

    /// <summary>How many bytes a decision needs to remember what patterns took, and what shared conditions said.</summary>
    public int Remembered { get; private set; } = PatternBudget.Length;

    /// <summary>Compiles a condition.</summary>
    /// <param name="condition">One of those that were given at the start; its patterns are known to be well formed.</param>
    public Check Compile(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (!compiled.TryGetValue(condition, out var check))
        {
            check = New(condition);
            if (uses.GetValueOrDefault(condition) > 1
                && Remembered < MaxRemembered
                && ConditionCost.Of(condition) >= ConditionCost.WorthRemembering)
            {
                check = Remembering(check, Remembered++);
            }

            compiled.Add(condition, check);
        }

        return check;
    }

    // What a shared condition consists of is asked once for all its uses.
    private void Count(Condition condition)
    {
        uses[condition] = uses.GetValueOrDefault(condition) + 1;
        if (uses[condition] == 1)
        {
            foreach (var member in MembersOf(condition))
            {
                Count(member);
            }
        }
    }

    private static IReadOnlyList<Condition> MembersOf(Condition condition) => condition switch
    {
        ConditionGroup group => group.Members,
        NamedCondition named => [named.Meaning],
        _ => [],
    };

    private Check New(Condition condition) => condition switch
    {
        FieldTest test => TestCompiler.Compile(test),
        NamedCondition named => Compile(named.Meaning),
        ConditionGroup { Kind: GroupKind.None, Members: [var only] } => Not(Compile(only)),
        ConditionGroup { Members: [var only] } => Compile(only),
        ConditionGroup { Kind: GroupKind.All } group => All(InOrderOfCost(group)),
        ConditionGroup { Kind: GroupKind.Any } group => Any(InOrderOfCost(group)),
        ConditionGroup group => Not(Any(InOrderOfCost(group))),
        OutsideHours { Clock: { } clock } outside => LeadClockTest.Compile(outside, clock),
        OutsideHours { Hours: var hours } => (lead, _) => hours.IsOpen(lead.ReceivedAt) ? Truth.NoMatch : Truth.Match,
        _ => throw new ArgumentException($"{condition.GetType().Name} is not a kind of condition.", nameof(condition)),
    };

    // Kleene's logic does not depend on the order.
    private Check[] InOrderOfCost(ConditionGroup group) => [.. group.Members.OrderBy(ConditionCost.Of).Select(Compile)];

    private static Check Remembering(Check check, int at) => (lead, remembered) =>
    {
        ref var known = ref remembered[at];
        if (known == 0)
        {
            known = (byte)(check(lead, remembered) + 1);
        }

        return (Truth)(known - 1);
    };

    private static Check All(Check[] members) => members is [var first, var second]
        ? (lead, remembered) => first(lead, remembered) switch
        {
            Truth.NoMatch => Truth.NoMatch,
            Truth.Match => second(lead, remembered),
            var unknown => second(lead, remembered) switch
            {
                Truth.NoMatch => Truth.NoMatch,
                var other => Joined(unknown, other),
            },
        }
        : (lead, remembered) =>
        {
            var result = Truth.Match;
            foreach (var member in members)
            {
                switch (member(lead, remembered))
                {
                    case Truth.NoMatch: return Truth.NoMatch;
                    case Truth.Indeterminate: result = Joined(Truth.Indeterminate, result); break;
                    case Truth.Unreadable: result = Truth.Unreadable; break;
                }
            }

            return result;
        };

    private static Check Any(Check[] members) => members is [var first, var second]
        ? (lead, remembered) => first(lead, remembered) switch
        {
            Truth.Match => Truth.Match,
            Truth.NoMatch => second(lead, remembered),
            var unknown => second(lead, remembered) switch
            {
                Truth.Match => Truth.Match,
                var other => Joined(unknown, other),
            },
        }
        : (lead, remembered) =>
        {
            var result = Truth.NoMatch;
            foreach (var member in members)
            {
                switch (member(lead, remembered))
                {
                    case Truth.Match: return Truth.Match;
                    case Truth.Indeterminate: result = Joined(Truth.Indeterminate, result); break;
                    case Truth.Unreadable: result = Truth.Unreadable; break;
                }
            }

            return result;
        };

    private static Check Not(Check member) => (lead, remembered) => member(lead, remembered) switch
    {
        Truth.Match => Truth.NoMatch,
        Truth.NoMatch => Truth.Match,
        var unknown => unknown,
    };

    // What two members say together of which one, at least, is unknown: an unreadable answer is not lost among unasked ones.
    private static Truth Joined(Truth unknown, Truth other) => other == Truth.Unreadable ? Truth.Unreadable : unknown;
}
