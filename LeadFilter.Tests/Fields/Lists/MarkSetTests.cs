using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Fields.Lists;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Fields.Lists;

[TestClass]
public sealed class MarkSetTests
{
    private static readonly string[] Marks = ["curl", "k6/", "CURIOUS", "+http", "got (", "a.b-c"];
    private static readonly MarkSet Set = new(Marks);

    [TestMethod]
    [DataRow("curl/8.9.1", true)]
    [DataRow("my CURL", true)]
    [DataRow("xk6/1", true)]
    [DataRow("curious", true)]
    [DataRow("(see +http://example.com)", true)]
    [DataRow("A.B-C", true)]
    [DataRow("cur", false)]
    [DataRow("cu rl", false)]
    [DataRow("k6", false)]
    [DataRow("gotten", false)]
    [DataRow("a,b-c", false)]
    [DataRow("", false)]
    [DataRow("c\u1d1frl", false)]
    public void A_mark_is_found_anywhere_without_case(string text, bool found) => Assert.AreEqual(found, Set.IsIn(text));

    [TestMethod]
    public void It_agrees_with_a_search_for_each_mark() => Check.One(
        PropertyCases.Of(5000),
        Prop.ForAll(
            Gen.ArrayOf(Gen.OneOf(Gen.Elements(Marks), Gen.Elements("cur", "k6", "+", "got", " ", "l", "/", "\u212A6/", "é"))).ToArbitrary(),
            pieces =>
            {
                var text = string.Concat(pieces);
                return Set.IsIn(text) == Marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
            }));

    [TestMethod]
    public void A_mark_of_two_characters_is_refused() => Assert.ThrowsExactly<ArgumentException>(() => new MarkSet("ab"));
}
