using LeadFilter.Core.Fields.Flags;

namespace LeadFilter.Tests.Fields;

[TestClass]
public sealed class BooleanTypeTests
{
    [TestMethod]
    [DataRow("true", "true")]
    [DataRow("TRUE", "true")]
    [DataRow(" True ", "true")]
    [DataRow("t", "true")]
    [DataRow("yes", "true")]
    [DataRow("Y", "true")]
    [DataRow("1", "true")]
    [DataRow("on", "true")]
    [DataRow("checked", "true")]
    [DataRow("Agreed", "true")]
    [DataRow("accept", "true")]
    [DataRow("opt-in", "true")]
    [DataRow("false", "false")]
    [DataRow("F", "false")]
    [DataRow("no", "false")]
    [DataRow("N", "false")]
    [DataRow("0", "false")]
    [DataRow("off", "false")]
    [DataRow("unchecked", "false")]
    [DataRow("declined", "false")]
    [DataRow("maybe", "[not yes or no]")]
    [DataRow("2", "[not yes or no]")]
    [DataRow("yes please", "[not yes or no]")]
    [DataRow("null", "[not yes or no]")]
    public void Word_is_read(string raw, string canonical) => Assert.AreEqual(canonical, BooleanType.Instance.Canonical(raw));

    [TestMethod]
    public void No_word_means_both() => CollectionAssert.AllItemsAreUnique(BooleanType.TrueWords.Concat(BooleanType.FalseWords).ToArray());
}
