using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Conditions;

/// <summary>Every operator on every type of field.</summary>
[TestClass]
public sealed class OperatorTests
{
    /// <summary>A value of each type as a file writes it, a greater or other one, and text that is no value (or null: there is none).</summary>
    private static readonly Dictionary<string, (string Value, string Other, string? Invalid)> Samples = new()
    {
        ["string"] = ("Solar Roof", "Zebra", null),
        ["first_name"] = ("mary-ann", "Zoe", null),
        ["last_name"] = ("O'BRIEN", "Zeta", null),
        ["full_name"] = ("mary o'brien", "Zoe Zeta", null),
        ["email"] = ("ANN@Example.COM", "bob@other.org", "ann"),
        ["phone"] = ("(415) 555-2671", "+1 212 555 3456", "123"),
        ["postal_code"] = ("85004-1234", "10001", "somewhere"),
        ["state"] = ("texas", "CA", "Atlantis"),
        ["number"] = ("1,200.50", "3000", "many"),
        ["boolean"] = ("yes", "no", "perhaps"),
        ["timestamp"] = ("2026-01-01 12:00", "2026-06-01", "soon"),
        ["date"] = ("1/2/2026", "2026-06-01", "soon"),
        ["time"] = ("2pm", "15:00", "soon"),
        ["dob"] = ("1/2/1985", "1990-06-01", "unknown"),
        ["url"] = ("HTTPS://Example.com/a", "https://other.org/", "not a url"),
        ["ip"] = ("8.8.8.8", "2001:4860:4860::8888", "8.8.8"),
        ["range"] = ("$100 to $150", "200-300", "many"),
        ["money"] = ("$1,200.50", "3000", "much"),
        ["percentage"] = ("12.5 %", "90", "half"),
        ["gender"] = ("F", "male", "robot"),
        ["ssn"] = ("123-45-6780", "123-45-1234", "123"),
        ["user_agent"] = ("curl/8.9.1", "Mozilla/5.0", null),
    };

    public static IEnumerable<object[]> EveryOperatorAndType => Operator.All.SelectMany(op => Samples.Keys.Select(type => new object[] { op.Word, type }));

    [TestMethod]
    public void The_table_has_every_type() =>
        CollectionAssert.AreEquivalent(FieldTypes.All.Select(type => type.Name).ToList(), Samples.Keys);

    [TestMethod]
    [DynamicData(nameof(EveryOperatorAndType))]
    public void An_operator_is_accepted_on_the_kinds_that_it_names(string word, string type)
    {
        Assert.IsTrue(Operator.TryFind(word, out var op));
        Assert.IsTrue(FieldTypes.TryFind(type, out var fieldType));
        var mistakes = TestCampaign.Load(Text(op, type)).Mistakes;
        if (op.Kinds.Contains(fieldType.Kind))
        {
            Assert.AreEqual("", string.Join('\n', mistakes));
        }
        else
        {
            Assert.HasCount(1, mistakes);
            Assert.AreEqual($"'{word}' makes no sense on 'x', which is of type {type}", mistakes[0].Message);
        }
    }

    [TestMethod]
    [DynamicData(nameof(EveryOperatorAndType))]
    public void Missing_blank_and_invalid_values_are_indeterminate_but_for_valid_and_blank(string word, string type)
    {
        Assert.IsTrue(Operator.TryFind(word, out var op));
        if (TestCampaign.Load(Text(op, type)).Value is not { } campaign)
        {
            return;
        }

        Assert.AreEqual(Expected(word, absent: true), Truth(campaign, null), "missing");
        Assert.AreEqual(Expected(word, absent: true), Truth(campaign, " \t "), "blank");
        if (Samples[type].Invalid is { } invalid)
        {
            Assert.AreEqual(Expected(word, absent: false), Truth(campaign, invalid), "invalid");
        }
    }

    [TestMethod]
    [DynamicData(nameof(EveryOperatorAndType))]
    public void The_constant_itself_meets_its_test_however_it_is_written(string word, string type)
    {
        Assert.IsTrue(Operator.TryFind(word, out var op));
        if (TestCampaign.Load(Text(op, type)).Value is not { } campaign)
        {
            return;
        }

        // < and > do not hold of the constant itself; the constants of text operators are the text's own.
        var holds = op.Test switch
        {
            TestKind.Blank or TestKind.Less or TestKind.Greater => false,
            _ => true,
        };
        Assert.AreEqual(holds != op.Contrary ? Core.Conditions.Truth.Match : Core.Conditions.Truth.NoMatch, Truth(campaign, Samples[type].Value));
    }

    [TestMethod]
    [DynamicData(nameof(EveryOperatorAndType))]
    public void Another_value_does_not_meet_it(string word, string type)
    {
        Assert.IsTrue(Operator.TryFind(word, out var op));
        if (TestCampaign.Load(Text(op, type)).Value is not { } campaign)
        {
            return;
        }

        var holds = op.Test is TestKind.Valid or TestKind.Greater;
        Assert.AreEqual(holds != op.Contrary ? Core.Conditions.Truth.Match : Core.Conditions.Truth.NoMatch, Truth(campaign, Samples[type].Other));
    }

    private static Truth Expected(string word, bool absent) => (word, absent) switch
    {
        ("valid", _) => Core.Conditions.Truth.NoMatch,
        ("invalid", _) => Core.Conditions.Truth.Match,
        ("blank", true) or ("not blank", false) => Core.Conditions.Truth.Match,
        ("blank", false) or ("not blank", true) => Core.Conditions.Truth.NoMatch,
        _ => Core.Conditions.Truth.Indeterminate,
    };

    private static Truth Truth(Campaign campaign, string? raw) => campaign.PolicyWithoutContract.Explain(TestLead.Of(campaign, ("x", raw))).Rules[0].Result;

    /// <summary>A campaign with a field x of the type and one rule that applies the operator to it.</summary>
    private static string Text(Operator op, string type)
    {
        var value = Constant(op, type);
        var condition = (op.MinConstants, op.MaxConstants) switch
        {
            (0, _) => $$"""{ "field": "x", "is": "{{op.Word}}" }""",
            (2, _) => $$"""{ "field": "x", "op": "{{op.Word}}", "values": ["{{value}}", "{{value}}"] }""",
            (_, 1) => $$"""{ "field": "x", "op": "{{op.Word}}", "value": "{{value}}" }""",
            _ => $$"""{ "field": "x", "op": "{{op.Word}}", "values": ["{{value}}"] }""",
        };
        return CampaignText.With(("fields", $$"""{ "x": "{{type}}" }"""), ("rules", CampaignText.RuleWith(condition)));
    }

    /// <summary>Values are standardised by the type; text to look for is taken as it is, so it must be canonical (but for case).</summary>
    private static string Constant(Operator op, string type)
    {
        Assert.IsTrue(FieldTypes.TryFind(type, out var fieldType));
        var value = fieldType.Standardize(Samples[type].Value);
        return op.TakesValues ? Samples[type].Value
            : op.Test == TestKind.Matches ? System.Text.RegularExpressions.Regex.Escape(fieldType.CanonicalText(in value)).Replace("\\", "\\\\", StringComparison.Ordinal)
            : fieldType.CanonicalText(in value).ToUpperInvariant();
    }
}
