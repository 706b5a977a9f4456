using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Tests.Conditions;

/// <summary>A condition that several rules share is asked once in a decision.</summary>
[TestClass]
public sealed class SharedConditionTests
{
    private static readonly FieldLayout Layout = new(StandardFields.All, []);

    [TestMethod]
    public void It_is_read_once_in_a_decision_and_again_in_the_next()
    {
        var reads = 0;
        var fact = FieldOperand.OfLead("counted", Core.Fields.Flags.BooleanType.Instance, _ =>
        {
            reads++;
            return FieldValue.OfNumber("", 1);
        });
        Assert.IsTrue(Operator.TryFind("true", out var isTrue));
        Condition[] conditions =
        [
            new FieldTest(fact, isTrue, []),
            new ConditionGroup(GroupKind.None, [new FieldTest(fact, isTrue, [])]),
            new ConditionGroup(GroupKind.All, [new ConditionGroup(GroupKind.Any, [new FieldTest(fact, isTrue, [])]), new FieldTest(fact, isTrue, [])]),
        ];
        var compiler = new ConditionCompiler(conditions);
        var checks = conditions.Select(compiler.Compile).ToList();
        var lead = new LeadDraft(Layout).ToLead(DateTimeOffset.UnixEpoch);
        for (var decision = 1; decision <= 2; decision++)
        {
            var remembered = new byte[compiler.Remembered];
            Assert.AreEqual(Truth.Match, checks[0](lead, remembered));
            Assert.AreEqual(Truth.NoMatch, checks[1](lead, remembered));
            Assert.AreEqual(Truth.Match, checks[2](lead, remembered));
            Assert.AreEqual(decision, reads);
        }
    }

    [TestMethod]
    public void Conditions_that_say_the_same_are_equal()
    {
        Assert.AreEqual(Sample("CA"), Sample("CA"));
        Assert.AreEqual(Sample("CA").GetHashCode(), Sample("CA").GetHashCode());
        Assert.AreNotEqual(Sample("CA"), Sample("TX"));
    }

    private static ConditionGroup Sample(string state)
    {
        Assert.IsTrue(Operator.TryFind("equal", out var equal) & Layout.TryResolve("state", out var operand));
        return new(GroupKind.All, [new FieldTest(operand!, equal!, [new(state, 0)])]);
    }
}
