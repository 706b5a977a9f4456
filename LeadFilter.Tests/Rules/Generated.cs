using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Rules;

/// <summary>Rules, contracts and leads made from a seed. Values come from small pools, so that conditions often match.</summary>
internal sealed class Generated(int seed)
{
    public static readonly FieldLayout Layout = new(StandardFields.All, []);

    private static readonly Dictionary<string, string[]> Pools = new()
    {
        ["city"] = ["Austin", "AUSTIN", "Reno", "San Jose", " ", "x"],
        ["email"] = ["ann@gmail.com", "Bob@Example.com", "nobody", "", "carl@mailinator.com"],
        ["phone_1"] = ["(415) 555-2671", "+1 212 555 3456", "123", "", "416-555-7890"],
        ["postal_code"] = ["94107", "73301", "M5V 2T6", "00000", ""],
        ["state"] = ["CA", "texas", "Ontario", "ZZ", ""],
        ["comments"] = ["call me, a$$hole", "Austin", "reno x", new string('a', 4097), ""],
        ["page_views"] = ["0", "1", "2.5", "40", "many", ""],
        ["opt_in"] = ["yes", "no", "true", "0", "perhaps", ""],
        ["seconds_on_form"] = ["2.5", "40", "-1", ""],
        ["tcpa_consent"] = ["1", "no", ""],
        ["dob"] = ["1/2/1985", "2025-12-31", "2008-01-01", "2026-06-05", "long ago", ""],
        ["opt_in_at"] = ["2026-01-01T11:59:00Z", "2026-07-01", "then"],
        ["created_at"] = ["2026-01-01T11:59:00Z", "2026-01-01T11:00:00Z", "2025-12-31", "soon", ""],
    };

    private readonly Random random = new(seed);

    private GeneratedConditions? conditions;

    /// <summary>The conditions of its rules, with the names and lists that they use.</summary>
    public GeneratedConditions Conditions => conditions ??= new(random, Lead);

    public IReadOnlyList<Rule> Rules() => [.. Enumerable.Range(0, random.Next(1, 12)).Select(Rule)];

    public Rule Rule(int at)
    {
        Assert.IsTrue(ReasonCode.TryParse($"reason_{at}", out var code));
        var mode = random.Next(6) switch { 0 => RuleMode.Shadow, 1 => RuleMode.Off, _ => RuleMode.Enforced };
        var category = (Category)random.Next(Enum.GetValues<Category>().Length);
        return new(new($"rule-{at}", category, code, $"Rule {at}", mode) { Always = random.Next(5) == 0 }, Conditions.Next(), random.Next(4) == 0)
        {
            OnUnreadable = (UnreadableAnswers)random.Next(3),
        };
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

    public Lead Lead() => Lead(Raws(), Layout);

    public static Lead Lead(IEnumerable<KeyValuePair<string, string>> raws, FieldLayout layout)
    {
        var draft = new LeadDraft(layout);
        foreach (var (name, raw) in raws)
        {
            draft.Add(name, raw);
        }

        return draft.ToLead(TestLead.ReceivedAt).With(DrawsOf(raws));
    }

    // By the lead alone, so that it draws the same under every layout; a third of the leads draw nothing.
    private static GivenDraws DrawsOf(IEnumerable<KeyValuePair<string, string>> raws)
    {
        var length = raws.Sum(static raw => raw.Value.Length);
        return new(GeneratedConditions.Draws.ToDictionary(
            static draw => draw, draw => length % 3 == 0 ? null : (double?)(length * draw.Path.Length % Draw.Whole)));
    }

    public IReadOnlyList<KeyValuePair<string, string>> Raws() =>
        [.. Pools.Where(_ => random.Next(5) > 0).Select(pool => new KeyValuePair<string, string>(pool.Key, pool.Value[random.Next(pool.Value.Length)]))];

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
