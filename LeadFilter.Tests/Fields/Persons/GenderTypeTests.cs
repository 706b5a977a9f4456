using LeadFilter.Core.Fields.Persons;

namespace LeadFilter.Tests.Fields.Persons;

[TestClass]
public sealed class GenderTypeTests
{
    [TestMethod]
    [DataRow("F", "female")]
    [DataRow(" Female ", "female")]
    [DataRow("woman", "female")]
    [DataRow("MUJER", "female")]
    [DataRow("trans woman", "female")]
    [DataRow("\u2640", "female")]
    [DataRow("m", "male")]
    [DataRow("M.", "male")]
    [DataRow("Man", "male")]
    [DataRow("hombre", "male")]
    [DataRow("m\u00E4nnlich", "male")]
    [DataRow("FTM", "male")]
    [DataRow("\uFF2D", "male")]
    [DataRow("X", "nonbinary")]
    [DataRow("Non-Binary", "nonbinary")]
    [DataRow("non\u2011binary", "nonbinary")]
    [DataRow("gender  queer", "nonbinary")]
    [DataRow("genderqueer", "nonbinary")]
    [DataRow("other", "other")]
    [DataRow("Transgender", "other")]
    [DataRow("Unknown", "unknown")]
    [DataRow("Prefer not to say", "unknown")]
    [DataRow("N/A", "unknown")]
    [DataRow("-", "unknown")]
    [DataRow("0", "[not a gender]")]
    [DataRow("1", "[not a gender]")]
    [DataRow("fm", "[not a gender]")]
    [DataRow("Mr.", "[not a gender]")]
    public void Word_is_read(string raw, string canonical) => Assert.AreEqual(canonical, GenderType.Instance.Canonical(raw));

    [TestMethod]
    public void No_word_means_two_genders_and_each_canonical_word_means_itself()
    {
        CollectionAssert.AllItemsAreUnique(GenderType.Meanings.SelectMany(meaning => meaning.Words).ToArray());
        Assert.IsTrue(GenderType.Meanings.All(meaning => meaning.Words.Contains(meaning.Canonical)));
    }
}
