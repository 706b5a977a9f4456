using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Tests.Fields.Places.Countries;

[TestClass]
public sealed class CountryTypeTests
{
    [TestMethod]
    [DataRow("US", "US")]
    [DataRow("us", "US")]
    [DataRow("USA", "US")]
    [DataRow("U.S.", "US")]
    [DataRow("U.S.A.", "US")]
    [DataRow("United States", "US")]
    [DataRow("the United States of America", "US")]
    [DataRow("UNITED  STATES", "US")]
    [DataRow("America", "US")]
    [DataRow("Estados Unidos", "US")]
    [DataRow("UK", "GB")]
    [DataRow("U.K.", "GB")]
    [DataRow("England", "GB")]
    [DataRow("Great Britain", "GB")]
    [DataRow("GBR", "GB")]
    [DataRow("Scotland", "GB")]
    [DataRow("Canada", "CA")]
    [DataRow("CAN", "CA")]
    [DataRow("Australia", "AU")]
    [DataRow("Deutschland", "DE")]
    [DataRow("México", "MX")]
    [DataRow("Brasil", "BR")]
    [DataRow("España", "ES")]
    [DataRow("The Netherlands", "NL")]
    [DataRow("Holland", "NL")]
    [DataRow("Côte d'Ivoire", "CI")]
    [DataRow("Côte d\u2019Ivoire", "CI")]
    [DataRow("Ivory Coast", "CI")]
    [DataRow("Trinidad & Tobago", "TT")]
    [DataRow("St. Lucia", "LC")]
    [DataRow("Saint Kitts and Nevis", "KN")]
    [DataRow("ST", "ST")]
    [DataRow("São Tomé & Príncipe", "ST")]
    [DataRow("Åland Islands", "AX")]
    [DataRow("Curaçao", "CW")]
    [DataRow("Türkiye", "TR")]
    [DataRow("Turkey", "TR")]
    [DataRow("Czech Republic", "CZ")]
    [DataRow("Czechia", "CZ")]
    [DataRow("Korea, Republic of", "KR")]
    [DataRow("South Korea", "KR")]
    [DataRow("North Korea", "KP")]
    [DataRow("Viet Nam", "VN")]
    [DataRow("Hong Kong", "HK")]
    [DataRow("Puerto Rico", "PR")]
    [DataRow("Georgia", "GE")]
    [DataRow("Jersey", "JE")]
    [DataRow("Russian Federation", "RU")]
    [DataRow("UAE", "AE")]
    [DataRow("Isle of Man", "IM")]
    [DataRow("Macedonia", "MK")]
    [DataRow("Swaziland", "SZ")]
    [DataRow("Guinea-Bissau", "GW")]
    [DataRow("DR Congo", "CD")]
    public void Code_and_name_become_two_letters(string raw, string code) => Assert.AreEqual(code, CountryType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("XX")]
    [DataRow("United")]
    [DataRow("California")]
    [DataRow("1")]
    [DataRow("of the")]
    [DataRow("-")]
    [DataRow("Country")]
    [DataRow("Europe")]
    [DataRow("N/A")]
    public void What_is_no_country_says_so(string raw) => Assert.AreEqual("[not a country]", CountryType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("England", "alpha3", "GBR")]
    [DataRow("England", "name", "United Kingdom")]
    [DataRow("us", "alpha3", "USA")]
    [DataRow("us", "name", "United States")]
    public void Parts_are_read(string raw, string part, string text) => Assert.AreEqual(text, CountryType.Instance.Part(raw, part));

    [TestMethod]
    public void There_are_249_countries_and_each_is_found_by_its_codes_and_name()
    {
        Assert.HasCount(249, CountryBook.All);
        foreach (var (code, alpha3, name) in CountryBook.All)
        {
            Assert.AreEqual((code, code, code), (CountryType.Instance.Canonical(code), CountryType.Instance.Canonical(alpha3), CountryType.Instance.Canonical(name)), name);
        }
    }

    [TestMethod]
    public void Every_other_name_is_found()
    {
        foreach (var line in CountryNames.Text.Split('\n'))
        {
            foreach (var name in line[3..].Trim().Split(", "))
            {
                Assert.AreEqual(line[..2], CountryType.Instance.Canonical(name), name);
            }
        }
    }
}
