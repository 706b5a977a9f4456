using LeadFilter.Core.Fields.Places.Countries;
using LeadFilter.Core.Fields.Places.Postal;

namespace LeadFilter.Tests.Fields.Places.Postal;

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
    [DataRow("K1 A0B1", "K1A 0B1")]
    [DataRow("H0H 0H0", "H0H 0H0")]
    [DataRow("94107.0", "94107")]
    [DataRow("2139.0", "02139")]
    [DataRow("US 94107", "94107")]
    [DataRow("US-94107-1234", "94107-1234")]
    [DataRow("CA K1A 0B1", "K1A 0B1")]
    [DataRow("601", "00601")]
    [DataRow("00601", "00601")]
    [DataRow("K1A-OB1", "K1A 0B1")]
    [DataRow("K1A O B1", "K1A 0B1")]
    [DataRow("O2139", "02139")]
    [DataRow("94107 USA", "94107")]
    [DataRow("94107, United States", "94107")]
    [DataRow("94107 (US)", "94107")]
    [DataRow("K1A 0B1 Canada", "K1A 0B1")]
    [DataRow("SW1A 1AA, UK", "SW1A 1AA")]
    [DataRow("10115 Germany", "DE-10115")]
    [DataRow("SW1A 1AA", "SW1A 1AA")]
    [DataRow("sw1a1aa", "SW1A 1AA")]
    [DataRow("sw1a-1aa", "SW1A 1AA")]
    [DataRow("S W1A 1A A", "SW1A 1AA")]
    [DataRow("GB SW1A 1AA", "SW1A 1AA")]
    [DataRow("UK-M1 1AE", "M1 1AE")]
    [DataRow("M1 1AE", "M1 1AE")]
    [DataRow("B33 8TH", "B33 8TH")]
    [DataRow("CR2 6XH", "CR2 6XH")]
    [DataRow("DN55 1PT", "DN55 1PT")]
    [DataRow("W1A 0AX", "W1A 0AX")]
    [DataRow("EC1A 1BB", "EC1A 1BB")]
    [DataRow("GIR 0AA", "GIR 0AA")]
    [DataRow("bfpo57", "BFPO 57")]
    [DataRow("BF1 3AA", "BF1 3AA")]
    [DataRow("FIQQ 1ZZ", "FIQQ 1ZZ")]
    [DataRow("GX11 1AA", "GX11 1AA")]
    [DataRow("IM1 1AA", "IM1 1AA")]
    [DataRow("AU 2000", "AU-2000")]
    [DataRow("AU-0800", "AU-0800")]
    [DataRow("D-10115", "DE-10115")]
    [DataRow("DE 10115", "DE-10115")]
    [DataRow("F-75001", "FR-75001")]
    [DataRow("NL-1012AB", "NL-1012 AB")]
    [DataRow("IE D02 X285", "IE-D02 X285")]
    [DataRow("PL-00950", "PL-00-950")]
    [DataRow("LV-1010", "LV-1010")]
    [DataRow("JP 1000001", "JP-100-0001")]
    [DataRow("BR01310100", "BR-01310-100")]
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
    [DataRow("94107.5", "not a postal code")]
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
    [DataRow("SW1A 1A", "not a postal code")]
    [DataRow("SW1A 1AA1", "not a postal code")]
    [DataRow("QQ1 1AA", "not a postal code")]
    [DataRow("SW1A 1CA", "not a postal code")]
    [DataRow("AA1A 1AA", "not a postal code")]
    [DataRow("N1L 1AA", "not a postal code")]
    [DataRow("B01 1AA", "not a postal code")]
    [DataRow("BFPO 0", "not a postal code")]
    [DataRow("AU 0100", "not a postal code")]
    [DataRow("DE-1011", "not a postal code")]
    [DataRow("DE-00000", "not a postal code")]
    [DataRow("XX-10115", "not a postal code")]
    [DataRow("HK-10115", "not a postal code")]
    [DataRow("1012 AL", "not a postal code")]
    [DataRow("94107 XY", "not a postal code")]
    [DataRow("OOOO1", "not a postal code")]
    [DataRow("N/A", "not a postal code")]
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
    [DataRow("12345", "fake", "true")]
    [DataRow("12345-6789", "fake", "true")]
    [DataRow("12346", "fake", "false")]
    [DataRow("H0H 0H0", "fake", "true")]
    [DataRow("90210", "fake", "false")]
    [DataRow("33333", "fake", "false")]
    [DataRow("SW1A 1AA", "outcode", "SW1A")]
    [DataRow("SW1A 1AA", "incode", "1AA")]
    [DataRow("M1 1AE", "outcode", "M1")]
    [DataRow("BFPO 57", "outcode", "BFPO")]
    [DataRow("BFPO 57", "state", "[missing]")]
    [DataRow("SW1A 1AA", "zip5", "[missing]")]
    [DataRow("SW1A 1AA", "fsa", "[missing]")]
    [DataRow("94107", "outcode", "[missing]")]
    [DataRow("SW1A 1AA", "country", "GB")]
    [DataRow("BFPO 57", "country", "GB")]
    [DataRow("JE2 3AB", "country", "JE")]
    [DataRow("GY1 1AA", "country", "GG")]
    [DataRow("IM1 1AA", "country", "IM")]
    [DataRow("FIQQ 1ZZ", "country", "FK")]
    [DataRow("GX11 1AA", "country", "GI")]
    [DataRow("EH1 1AA", "state", "SCT")]
    [DataRow("E1 6AN", "state", "ENG")]
    [DataRow("CF10 1AA", "state", "WLS")]
    [DataRow("BT1 1AA", "state", "NIR")]
    [DataRow("CH1 1AA", "state", "[missing]")]
    [DataRow("AU-2000", "country", "AU")]
    [DataRow("AU-2000", "state", "NSW")]
    [DataRow("AU-6000", "state", "AU-WA")]
    [DataRow("AU-2620", "state", "[missing]")]
    [DataRow("DE-10115", "country", "DE")]
    [DataRow("DE-10115", "state", "[missing]")]
    [DataRow("DE-10115", "zip5", "[missing]")]
    public void Parts_are_read(string raw, string part, string text) => Assert.AreEqual(text, PostalCodeType.Instance.Part(raw, part));

    [TestMethod]
    public void Prefixes_are_listed_once_and_for_known_states()
    {
        var prefixes = ZipCodes.ByState.SelectMany(entry => entry.Prefixes.Split(' ')).SelectMany(Expand).ToArray();

        CollectionAssert.AllItemsAreUnique(prefixes);
        CollectionAssert.AllItemsAreUnique(ZipCodes.ByState.Select(entry => entry.State).ToArray());
        Assert.IsTrue(ZipCodes.ByState.All(entry => States.All[States.Find(entry.State, "US")].Country == "US"));
        Assert.AreEqual(933, prefixes.Length);
    }

    [TestMethod]
    [DataRow("AU", "2000", "2000", "AU", "NSW")]
    [DataRow("AU", "800", "0800", "AU", "NT")]
    [DataRow("AU", "0200", "0200", "AU", "ACT")]
    [DataRow("AU", "6000", "6000", "AU", "WA")]
    [DataRow("au", "AU 3000", "3000", "AU", "VIC")]
    [DataRow("AU", "US 94107", "US-94107", "US", "CA")]
    [DataRow("AU", "98101 USA", "US-98101", "US", "US-WA")]
    [DataRow("AU", "94107-1234", "94107-1234", "US", "CA")]
    [DataRow("AU", "X1A 2B2", "X1A 2B2", "CA", "CA-NT")]
    [DataRow("AU", "SW1A 1AA", "SW1A 1AA", "GB", "ENG")]
    [DataRow("DE", "10115", "10115", "DE", "[missing]")]
    [DataRow("DE", "1067", "01067", "DE", "[missing]")]
    [DataRow("DE", "US-94107", "US-94107", "US", "CA")]
    [DataRow("DE", "94107-1234", "94107-1234", "US", "CA")]
    [DataRow("DE", "D-10115", "10115", "DE", "[missing]")]
    [DataRow("FR", "75001", "75001", "FR", "[missing]")]
    [DataRow("MX", "06600", "06600", "MX", "[missing]")]
    [DataRow("NL", "1012ab", "1012 AB", "NL", "[missing]")]
    [DataRow("IE", "d02x285", "D02 X285", "IE", "[missing]")]
    [DataRow("SE", "11455", "114 55", "SE", "[missing]")]
    [DataRow("IN", "110001", "110001", "IN", "[missing]")]
    [DataRow("NZ", "6011", "6011", "NZ", "[missing]")]
    [DataRow("GB", "94107", "94107", "US", "CA")]
    [DataRow("CA", "94107", "94107", "US", "CA")]
    [DataRow("PR", "00901", "00901", "US", "PR")]
    [DataRow("HK", "94107", "94107", "US", "CA")]
    public void Region_settles_what_a_number_alone_means(string region, string raw, string canonical, string country, string state)
    {
        var type = PostalCodeType.For(region);

        Assert.AreEqual(
            (canonical, canonical, country, state),
            (type.Canonical(raw), type.Canonical(canonical), type.Part(raw, "country"), type.Part(raw, "state")));
    }

    [TestMethod]
    [DataRow("NL", "1012")]
    [DataRow("BR", "78908")]
    [DataRow("AT", "90210")]
    [DataRow("AU", "94107")]
    [DataRow("NL", "601")]
    [DataRow("NL", "941071234")]
    public void Digits_that_are_no_code_of_the_region_are_nobody_elses(string region, string raw) =>
        Assert.AreEqual("[not a postal code]", PostalCodeType.For(region).Canonical(raw));

    [TestMethod]
    public void Every_British_area_is_read_and_lies_where_it_is_listed()
    {
        foreach (var (country, nation, areas) in BritishCodes.ByNation)
        {
            foreach (var area in areas.Split(' '))
            {
                var code = $"{area}1 1AA";
                Assert.AreEqual((code, country, nation ?? "[missing]"), (PostalCodeType.Instance.Canonical(code), PostalCodeType.Instance.Part(code, "country"), PostalCodeType.Instance.Part(code, "state")));
            }
        }

        var all = BritishCodes.ByNation.SelectMany(entry => entry.Areas.Split(' ')).ToArray();
        CollectionAssert.AllItemsAreUnique(all);

        // 121 areas of the United Kingdom, three of the islands, and BF, BX and XM, which are no places.
        Assert.HasCount(127, all);
    }

    [TestMethod]
    public void Every_shape_reads_itself()
    {
        foreach (var (shape, countries) in PostalShapes.ByShape)
        {
            var code = shape.Replace('9', '1').Replace("180", "980", StringComparison.Ordinal).Replace("X", "1", StringComparison.Ordinal);
            foreach (var country in countries.Split(' '))
            {
                Assert.AreEqual((code, $"{country}-{code}"), (PostalCodeType.For(country).Canonical(code), PostalCodeType.Instance.Canonical($"{country}{code}")), country);
            }
        }
    }

    [TestMethod]
    public void Every_country_with_a_shape_is_a_country() => Assert.AreEqual(
        "",
        string.Join(' ', PostalShapes.ByShape.SelectMany(entry => entry.Countries.Split(' ')).Where(code => CountryType.Instance.Canonical(code) != code)));

    private static IEnumerable<int> Expand(string range)
    {
        var first = int.Parse(range.AsSpan(0, 3));
        return Enumerable.Range(first, int.Parse(range.AsSpan(range.Length - 3)) - first + 1);
    }
}
