using System.Collections.Concurrent;
using System.Globalization;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;
using LeadFilter.Core.Patterns;

namespace LeadFilter.Tests.Rules;

/// <summary>Conditions of the whole language: every operator, on fields, parts and facts, against values, fields and lists, with names.</summary>
internal sealed class GeneratedConditions(Random random, Func<Lead> lead)
{
    private const int DeepestGroup = 4;

    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>The draws by which shares are chosen.</summary>
    public static readonly Draw[] Draws = [new(DrawUnit.Person, null), new(DrawUnit.Lead, null), new(DrawUnit.Person, "ab"), new(DrawUnit.Lead, "ab-2")];

    private static readonly ConcurrentDictionary<string, Pattern> Patterns = new();

    private static readonly FieldOperand[] Operands = Resolved(
    [
        "city", "comments", "email", "email.domain", "email.user", "email.free", "phone_1", "phone_1.area", "phone_1.state", "phone_1.toll_free", "postal_code",
        "postal_code.state", "state", "page_views", "seconds_on_form", "opt_in", "tcpa_consent", "created_at", "created_at.weekday", "created_at.date", "created_at.time", "opt_in_at", "dob", "dob.adult",
        "opt_in_at.hour", "age_seconds", "mismatch.zip_state", "mismatch.phone_state", "received_at", "received_at.hour", "received_at.weekday",
    ]);

    private readonly List<NamedCondition> named = [];
    private readonly List<(ValueSet Set, FieldType Type, IReadOnlyList<Constant> Values)> lists = [];

    /// <summary>The conditions that others use by name.</summary>
    public IReadOnlyList<NamedCondition> Named => named;

    /// <summary>The lists that conditions look into.</summary>
    public IReadOnlyList<(ValueSet Set, FieldType Type, IReadOnlyList<Constant> Values)> Lists => lists;

    public Condition Next() => Next(1);

    private Condition Next(int depth)
    {
        if (depth < DeepestGroup && random.Next(3) == 0)
        {
            return new ConditionGroup((GroupKind)random.Next(3), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Next(depth + 1))]);
        }

        return random.Next(8) == 0 ? Use(depth) : random.Next(12) == 0 ? Share() : Test();
    }

    private FieldTest Share()
    {
        Operator.TryFind("<", out var below);
        var percent = random.Next(0, 101);
        return new(DrawnNumber.In(OneOf<Draw>(Draws)), below!, [new(percent.ToString(CultureInfo.InvariantCulture), percent)]);
    }

    private NamedCondition Use(int depth)
    {
        if (named.Count > 0 && random.Next(2) == 0 && named[random.Next(named.Count)] is var known && depth + known.Depth - 1 <= Condition.MaxDepth)
        {
            return known;
        }

        var meaning = Next(depth);
        named.Add(new($"name-{named.Count}", meaning));
        return named[^1];
    }

    private FieldTest Test()
    {
        var operand = Operands[random.Next(Operands.Length)];
        var fitting = Operator.All.Where(op => op.Fits(operand.Type)).ToList();
        var op = fitting[random.Next(fitting.Count)];
        var test = new FieldTest(operand, op, []);
        if (op.TakesOther && random.Next(3) == 0)
        {
            var others = Operands.Where(other => other.Type.Kind == operand.Type.Kind && other.Path != operand.Path).ToList();
            if (others.Count > 0)
            {
                return test with { Other = others[random.Next(others.Count)] };
            }
        }

        if (op.TakesList && random.Next(2) == 0)
        {
            return test with { List = List(operand, op) };
        }

        var constants = Constants(operand, op);
        return test with
        {
            Constants = constants,
            Edits = op.TakesEdits ? random.Next(1, Operator.MaxEdits + 1) : 0,
            Pattern = op.Test == TestKind.Matches ? Patterns.GetOrAdd(constants[0].Text, text => new(text, new PatternMemory())) : null,
        };
    }

    private static FieldOperand[] Resolved(IEnumerable<string> paths) =>
        [.. paths.Select(path => Generated.Layout.TryResolve(path, out var operand) ? operand : throw new AssertFailedException(path))];

    private ValueSet List(FieldOperand operand, Operator op)
    {
        var values = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Constant(operand, op)).ToList();
        var set = operand.Type.Kind == ValueKind.Text ? ValueSet.OfTexts(values.Select(value => value.Text)) : ValueSet.OfNumbers(values.Select(value => value.Number));
        NaiveInterpreter.Lists.Add(set, values);
        lists.Add((set, operand.Type, values));
        return set;
    }

    private List<Constant> Constants(FieldOperand operand, Operator op)
    {
        var count = Math.Min(op.MaxConstants, Math.Max(op.MinConstants, op.MinConstants == 0 ? 0 : random.Next(1, 9)));
        var constants = Enumerable.Range(0, count).Select(_ => Constant(operand, op)).ToList();
        return op.Test == TestKind.Between && !operand.Type.Kind.GoesRound() ? [.. constants.OrderBy(constant => constant.Number)] : constants;
    }

    private Constant Constant(FieldOperand operand, Operator op)
    {
        switch (op.Test)
        {
            case TestKind.Matches:
                return new(OneOf("a", "^ann", "o$", "[0-9]{3}", "^.{3,8}$", "a|b"), 0);
            case TestKind.Older or TestKind.Newer:
                return OneOf(
                    new("60 seconds", 60_000),
                    new("2 months", 0) { Calendar = new(2, NewYork) },
                    new("18 years", 0) { Calendar = new(216, NewYork) },
                    new("1 hour", 3_600_000), new("90 days", 90 * 86_400_000d), new Constant("0.5 minutes", 30_000));
        }

        if (!op.TakesValues)
        {
            return new(OneOf("a", "AUS", "mail", "555", "o", "@", "CA"), 0);
        }

        if (operand.Path == "created_at.age_seconds")
        {
            var seconds = random.Next(0, 4000);
            return new(seconds.ToString(CultureInfo.InvariantCulture), seconds);
        }

        // The value of some lead, so that equality is met.
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var value = operand.Read(lead());
            if (value.IsValid)
            {
                return new(operand.Type.CanonicalText(in value), value.Number);
            }
        }

        throw new AssertFailedException($"No lead has a valid {operand.Path}.");
    }

    private T OneOf<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
}
