using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Rules;

/// <summary>Rules, contracts and leads made from a seed. Values come from small pools, so that conditions often match.</summary>
internal sealed class Generated(int seed)
{
    private static readonly FieldLayout Layout = new(StandardFields.All, []);

    private static readonly Dictionary<string, string[]> Pools = new()
    {
        ["city"] = ["Austin", "AUSTIN", "Reno", "San Jose", " ", "x"],
        ["email"] = ["ann@gmail.com", "Bob@Example.com", "nobody", "", "carl@mailinator.com"],
        ["phone_1"] = ["(415) 555-2671", "+1 212 555 3456", "123", "", "416-555-7890"],
        ["state"] = ["CA", "texas", "Ontario", "ZZ", ""],
        ["page_views"] = ["0", "1", "2.5", "40", "many", ""],
        ["opt_in"] = ["yes", "no", "true", "0", "perhaps", ""],
        ["created_at"] = ["2026-01-01T11:59:00Z", "2026-01-01T11:00:00Z", "2025-12-31", "soon", ""],
    };

    private static readonly string[] Operands =
        ["city", "email", "email.domain", "phone_1", "phone_1.area", "state", "page_views", "opt_in", "created_at", "age_seconds"];

    private readonly Random random = new(seed);

    public IReadOnlyList<Rule> Rules() => [.. Enumerable.Range(0, random.Next(1, 12)).Select(Rule)];

    public Rule Rule(int at)
    {
        Assert.IsTrue(ReasonCode.TryParse($"reason_{at}", out var code));
        var mode = random.Next(6) switch { 0 => RuleMode.Shadow, 1 => RuleMode.Off, _ => RuleMode.Enforced };
        var category = (Category)random.Next(Enum.GetValues<Category>().Length);
        return new(new($"rule-{at}", category, code, $"Rule {at}", mode) { Always = random.Next(5) == 0 }, Condition(1), random.Next(4) == 0);
    }

    public Contract? Contract()
    {
        var vendor = TestCampaign.Id("acme");
        return random.Next(4) switch
        {
            0 => null,
            1 => new(vendor) { Trial = true },
            2 => new(vendor) { Rejects = Enum.GetValues<Category>().Where(_ => random.Next(2) == 0).ToHashSet() },
            _ => new(vendor),
        };
    }

    public Lead Lead()
    {
        var draft = new LeadDraft(Layout);
        foreach (var (name, pool) in Pools)
        {
            if (random.Next(5) > 0)
            {
                draft.Add(name, pool[random.Next(pool.Length)]);
            }
        }

        return draft.ToLead(new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
    }

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private Condition Condition(int depth)
    {
        if (depth < 4 && random.Next(3) == 0)
        {
            return new ConditionGroup((GroupKind)random.Next(3), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(depth + 1))]);
        }

        Assert.IsTrue(Layout.TryResolve(Operands[random.Next(Operands.Length)], out var operand));
        var fitting = Operator.All.Where(op => op.Kinds.Contains(operand!.Type.Kind)).ToList();
        var chosen = fitting[random.Next(fitting.Count)];
        return new FieldTest(operand!, chosen, Constants(operand!, chosen));
    }

    private List<Constant> Constants(FieldOperand operand, Operator op)
    {
        var count = Math.Min(op.MaxConstants, Math.Max(op.MinConstants, op.MinConstants == 0 ? 0 : random.Next(1, 4)));
        var constants = Enumerable.Range(0, count).Select(_ => Constant(operand, op)).ToList();
        return op.Test == TestKind.Between ? [.. constants.OrderBy(constant => constant.Number)] : constants;
    }

    private Constant Constant(FieldOperand operand, Operator op)
    {
        if (!op.TakesValues)
        {
            string[] parts = ["a", "AUS", "mail", "555", "o", "@", "CA"];
            return new(parts[random.Next(parts.Length)], 0);
        }

        if (operand.Path == "created_at.age_seconds")
        {
            return new("", random.Next(0, 4000));
        }

        // The value of some lead, so that equality is met.
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var value = operand.Read(Lead());
            if (value.IsValid)
            {
                return new(operand.Type.CanonicalText(in value), value.Number);
            }
        }

        return new("none", -1);
    }
}
