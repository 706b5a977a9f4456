using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Rules;

namespace LeadFilter.Tests.Conditions;

/// <summary>Every operator on every type of field and on every part.</summary>
[TestClass]
public sealed class OperatorTests
{
    private const int MaxConstants = 6;

    /// <summary>Each type, and each of its parts; "" for the field itself.</summary>
    public static IEnumerable<object[]> Operands =>
        FieldTypes.All.SelectMany(type => type.Parts.Select(part => part.Name).Prepend("").Select(part => new object[] { type.Name, part }));

    [TestMethod]
    public void The_table_has_every_type() =>
        CollectionAssert.IsSubsetOf(FieldTypes.All.Select(type => type.Name).ToList(), OperandSamples.Valid.Keys.ToList());

    [TestMethod]
    [DynamicData(nameof(Operands))]
    public void An_operator_that_makes_no_sense_is_refused(string type, string part)
    {
        var operand = Operand(type, "x", part);
        var refused = Operator.All.Where(op => !op.Fits(operand.Type)).ToList();
        var mistakes = Load(type, [.. refused.Select(op => new JsonObject { ["field"] = operand.Path, [op.Key] = op.Word })]).Mistakes;
        CollectionAssert.AreEqual(
            refused.Select(op => $"'{op.Word}' does not apply to '{operand.Path}', which is of type {operand.Type.Name}").ToList(),
            mistakes.Select(mistake => mistake.Message).ToList());
    }

    [TestMethod]
    [DynamicData(nameof(Operands))]
    public void An_operator_that_makes_sense_matches_and_misses_as_the_naive_interpreter_says(string type, string part)
    {
        var operand = Operand(type, "x", part);
        var constants = Constants(type, operand);
        var conditions = Operator.All.Where(op => op.Fits(operand.Type)).SelectMany(op => Conditions(op, operand, Operand(type, "y", part), constants)).ToList();
        var result = Load(type, conditions, constants);
        Assert.AreEqual("", string.Join('\n', result.Mistakes));
        var campaign = result.Value!;
        var seen = new HashSet<(Operator Operator, bool Other, Truth Truth)>();
        foreach (var (lead, absent) in Leads(campaign, type))
        {
            var traces = campaign.PolicyWithoutContract.Explain(lead).Rules;
            for (var at = 0; at < conditions.Count; at++)
            {
                var test = (FieldTest)campaign.Rules[at].RejectWhen;
                NaiveInterpreter.Lists.AddOrUpdate(test.List ?? Nothing, [Constant(operand.Type, conditions[at]["list"] is { } list ? constants[Index(list)] : constants[0])]);
                var expected = NaiveInterpreter.Evaluate(test, lead);
                Assert.AreEqual(expected, traces[at].Result, conditions[at].ToJsonString());
                Assert.IsTrue(!absent || test.Operator.IsTotal || expected is Truth.Indeterminate or Truth.Unreadable, conditions[at].ToJsonString());
                seen.Add((test.Operator, test.Other is not null, expected));
            }
        }

        foreach (var op in Operator.All.Where(op => op.Fits(operand.Type) && (part.Length == 0 || op.Test is not (TestKind.True or TestKind.Obscene))))
        {
            Assert.IsTrue(seen.Contains((op, false, Truth.Match)), $"{op.Word} never matches {operand.Path}: add a text of type {type} to OperandSamples");
            Assert.IsTrue(seen.Contains((op, false, Truth.NoMatch)), $"{op.Word} never misses {operand.Path}: add a text of type {type} to OperandSamples");
        }

        foreach (var op in Operator.All.Where(op => op.Fits(operand.Type) && op.TakesOther && part.Length == 0))
        {
            Assert.IsTrue(seen.Contains((op, true, Truth.Match)) && seen.Contains((op, true, Truth.NoMatch)), $"{op.Word} other");
        }
    }

    private static readonly ValueSet Nothing = ValueSet.OfTexts([]);

    private static int Index(JsonNode list) => int.Parse(list.GetValue<string>()["list-".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private static FieldOperand Operand(string type, string field, string part)
    {
        var layout = TestCampaign.Loaded(CampaignText.With("fields", Fields(type))).Layout;
        return layout.TryResolve(part.Length == 0 ? field : $"{field}.{part}", out var operand) ? operand : throw new AssertFailedException(part);
    }

    private static string Fields(string type) => $$"""{ "x": "{{type}}", "y": "{{type}}" }""";

    private static Core.Files.LoadResult<Campaign> Load(string type, IReadOnlyList<JsonObject> conditions, List<string>? lists = null)
    {
        var rules = new JsonArray([.. conditions.Select((condition, at) => (JsonNode)new JsonObject
        {
            ["id"] = $"rule-{at}", ["category"] = "age", ["reason"] = "r", ["rejectWhen"] = condition.DeepClone(),
        })]);
        var paths = new JsonObject((lists ?? []).Select((_, at) => KeyValuePair.Create($"list-{at}", (JsonNode?)$"{at}")));
        var json = CampaignText.With(("fields", Fields(type)), ("rules", rules.ToJsonString()), ("lists", paths.ToJsonString()));
        return CampaignLoader.Load(
            "loans.json", Encoding.UTF8.GetBytes(json), TestCampaign.Vendors, path => Encoding.UTF8.GetBytes(lists![int.Parse(path, System.Globalization.CultureInfo.InvariantCulture)]));
    }

    /// <summary>Canonical texts of values that the operand can have: those of the samples, and others.</summary>
    private static List<string> Constants(string type, FieldOperand operand)
    {
        var layout = TestCampaign.Loaded(CampaignText.With("fields", Fields(type)));
        var own = OperandSamples.Valid[type].Select(raw => operand.Read(TestLead.Of(layout, ("x", raw)))).Where(value => value.IsValid).Select(value => operand.Type.CanonicalText(in value));
        var others = OperandSamples.Valid.GetValueOrDefault(operand.Type.Name, []).Concat(["zebra", "-1000000", "1000000", "yes", "no", "monday", "sunday", "23:59"])
            .Select(operand.Type.Standardize).Where(value => value.IsValid).Select(value => operand.Type.CanonicalText(in value));
        var constants = own.Concat(others).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxConstants).ToList();
        Assert.IsGreaterThan(1, constants.Count, $"No two values of {operand.Path} are known: add texts of type {type} to OperandSamples");
        return constants;
    }

    private static Constant Constant(FieldType type, string text)
    {
        var value = type.Standardize(text);
        return new(type.CanonicalText(in value), value.Number);
    }

    private static IEnumerable<JsonObject> Conditions(Operator op, FieldOperand operand, FieldOperand other, List<string> constants)
    {
        JsonObject With(string key, object value, int? edits = null)
        {
            var json = new JsonObject { ["field"] = operand.Path, [op.Key] = op.Word, [key] = JsonSerializer.SerializeToNode(value) };
            if (edits is not null)
            {
                json["edits"] = edits;
            }

            return json;
        }

        var tests = op.Test switch
        {
            TestKind.Valid or TestKind.Blank or TestKind.True or TestKind.Obscene => [new JsonObject { ["field"] = operand.Path, ["is"] = op.Word }],
            TestKind.Between => constants.Select(constant => With("values", new[] { constant, constant })),
            TestKind.In => constants.SelectMany((constant, at) => new[] { With("values", new[] { constant }), With("list", $"list-{at}") }),
            TestKind.Similar => constants.Select(constant => With("value", constant, 1)),
            TestKind.Matches => constants.Select(constant => With("value", Regex.Escape(constant))).Append(With("value", "^q~q$")),
            TestKind.Older or TestKind.Newer => [With("value", "1 hour"), With("value", "2 months")],
            _ when op.TakesValues => constants.Select(constant => With("value", constant)),
            _ => constants.Select(constant => With("value", constant.ToUpperInvariant())).Append(With("values", new[] { "q~q", "q~~q" })),
        };
        if (op.Test == TestKind.Between && operand.Type.Kind.GoesRound())
        {
            tests = tests.Concat([With("values", new[] { constants[0], constants[1] }), With("values", new[] { constants[1], constants[0] })]);
        }

        return op.TakesOther ? tests.Append(With("other", other.Path)) : tests;
    }

    /// <summary>Leads with each sample in x, and itself or the next in y; then those whose x has no value.</summary>
    private static IEnumerable<(Lead Lead, bool Absent)> Leads(Campaign campaign, string type)
    {
        var raws = OperandSamples.Valid[type];
        for (var at = 0; at < raws.Length; at++)
        {
            yield return (TestLead.Of(campaign, ("x", raws[at]), ("y", raws[at])), false);
            yield return (TestLead.Of(campaign, ("x", raws[at]), ("y", raws[(at + 1) % raws.Length])), false);
        }

        foreach (var absent in new[] { null, " \t ", OperandSamples.Invalid.GetValueOrDefault(type) })
        {
            yield return (TestLead.Of(campaign, ("x", absent), ("y", raws[0])), true);
        }
    }
}
