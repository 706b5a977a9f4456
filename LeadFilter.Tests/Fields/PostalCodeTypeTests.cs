using LeadFilter.Core.Fields.Places;

namespace LeadFilter.Tests.Fields;

[TestClass]
public sealed class PostalCodeTypeTests
{
    [TestMethod]
    [DataRow("94107", "94107")]
    [DataRow(" 94107 ", "94107")]
    [DataRow("94107-1234", "94107-1234")]
    [DataRow("94107 1234", "94107-1234")]
    [DataRow("94107 - 1234", "94107-1234")]
    [DataRow("94107\u20131234", "94107-1234")]
    [DataRow("941071234", "94107-1234")]
    [DataRow("94107-", "94107")]
    [DataRow("94107-0000", "94107")]
    [DataRow("2139", "02139")]
    [DataRow("2139-1234", "02139-1234")]
    [DataRow("21391234", "02139-1234")]
    [DataRow("02139", "02139")]
    [DataRow("\uFF19\uFF14\uFF11\uFF10\uFF17", "94107")]
    [DataRow("00501", "00501")]
    [DataRow("99950", "99950")]
    [DataRow("K1A 0B1", "K1A 0B1")]
    [DataRow("k1a0b1", "K1A 0B1")]
    [DataRow("K1A-0B1", "K1A 0B1")]
    [DataRow("k1a  0b1 ", "K1A 0B1")]
    [DataRow("H0H 0H0", "H0H 0H0")]
    public void Code_becomes_canonical(string raw, string canonical) => Assert.AreEqual(canonical, PostalCodeType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("941", "too short")]
    [DataRow("-", "too short")]
    [DataRow("941071", "not a postal code")]
    [DataRow("9410712", "not a postal code")]
    [DataRow("94107-12", "not a postal code")]
    [DataRow("941-07", "not a postal code")]
    [DataRow("-94107", "not a postal code")]
    [DataRow("9-4107-1234", "not a postal code")]
    [DataRow("94107.0", "not a postal code")]
    [DataRow("94107/1234", "not a postal code")]
    [DataRow("9410712345", "too long")]
    [DataRow("00000", "ZIP code not in use")]
    [DataRow("00123", "ZIP code not in use")]
    [DataRow("98700", "ZIP code not in use")]
    [DataRow("K1A", "not a postal code")]
    [DataRow("K1A 0B", "not a postal code")]
    [DataRow("K1AA 0B1", "not a postal code")]
    [DataRow("KK1 0B1", "not a postal code")]
    [DataRow("1KA B0B", "not a postal code")]
    [DataRow("K1 A0B1", "not a postal code")]
    [DataRow("SW1A 1AA", "not a postal code")]
    [DataRow("D1A 0B1", "letter not used in postal codes")]
    [DataRow("K1O 0B1", "letter not used in postal codes")]
    [DataRow("K1A 0I1", "letter not used in postal codes")]
    [DataRow("W1A 0B1", "letter not used in postal codes")]
    [DataRow("Z1A 0B1", "letter not used in postal codes")]
    [DataRow("unknown", "not a postal code")]
    public void What_is_no_code_says_why(string raw, string why) => Assert.AreEqual($"[{why}]", PostalCodeType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("94107-1234", "zip5", "94107")]
    [DataRow("94107-1234", "plus4", "1234")]
    [DataRow("94107", "plus4", "[missing]")]
    [DataRow("94107", "fsa", "[missing]")]
    [DataRow("94107", "ldu", "[missing]")]
    [DataRow("94107", "country", "US")]
    [DataRow("94107", "state", "CA")]
    [DataRow("2139", "state", "MA")]
    [DataRow("06390", "state", "NY")]
    [DataRow("96799", "state", "AS")]
    [DataRow("96910", "state", "GU")]
    [DataRow("96950", "state", "MP")]
    [DataRow("96940", "state", "[missing]")]
    [DataRow("09012", "state", "AE")]
    [DataRow("00901", "state", "PR")]
    [DataRow("K1A 0B1", "zip5", "[missing]")]
    [DataRow("K1A 0B1", "plus4", "[missing]")]
    [DataRow("K1A 0B1", "fsa", "K1A")]
    [DataRow("K1A 0B1", "ldu", "0B1")]
    [DataRow("K1A 0B1", "country", "CA")]
    [DataRow("K1A 0B1", "state", "ON")]
    [DataRow("X0A 0H0", "state", "NU")]
    [DataRow("X1A 2B2", "state", "NT")]
    [DataRow("X0E 0A1", "state", "NT")]
    public void Parts_are_read(string raw, string part, string text) => Assert.AreEqual(text, PostalCodeType.Instance.Part(raw, part));

    [TestMethod]
    public void Prefixes_are_listed_once_and_for_known_states()
    {
        var prefixes = ZipCodes.ByState.SelectMany(entry => entry.Prefixes.Split(' ')).SelectMany(Expand).ToArray();

        CollectionAssert.AllItemsAreUnique(prefixes);
        CollectionAssert.AllItemsAreUnique(ZipCodes.ByState.Select(entry => entry.State).ToArray());
        Assert.IsTrue(ZipCodes.ByState.All(entry => States.Find(entry.State)!.Country == "US"));
        Assert.AreEqual(933, prefixes.Length);
    }

    private static IEnumerable<int> Expand(string range)
    {
        var first = int.Parse(range.AsSpan(0, 3));
        return Enumerable.Range(first, int.Parse(range.AsSpan(range.Length - 3)) - first + 1);
    }
}
