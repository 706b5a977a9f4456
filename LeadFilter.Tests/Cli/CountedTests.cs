using LeadFilter.Cli.Invocation;

namespace LeadFilter.Tests.Cli;

[TestClass]
public sealed class CountedTests
{
    [TestMethod]
    [DataRow(0, "0 rows")]
    [DataRow(1, "1 row")]
    [DataRow(5000, "5,000 rows")]
    public void The_noun_agrees_with_the_number(int count, string told) => Assert.AreEqual(told, Counted.Of(count, "row"));

    [TestMethod]
    [DataRow(1, "1 differs")]
    [DataRow(2, "2 differ")]
    public void A_word_with_another_form_for_several_is_given_both(int count, string told) =>
        Assert.AreEqual(told, Counted.Of(count, "differs", "differ"));
}
