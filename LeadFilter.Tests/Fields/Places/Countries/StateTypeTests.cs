using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Tests.Fields.Places.Countries;

[TestClass]
public sealed class StateTypeTests
{
    [TestMethod]
    [DataRow("CA", "CA")]
    [DataRow("ca", "CA")]
    [DataRow(" Ca. ", "CA")]
    [DataRow("California", "CA")]
    [DataRow("CALIFORNIA", "CA")]
    [DataRow("Calif.", "CA")]
    [DataRow("US-CA", "CA")]
    [DataRow("CA-ON", "ON")]
    [DataRow("N.Y.", "NY")]
    [DataRow("N. Y.", "NY")]
    [DataRow("new  york", "NY")]
    [DataRow("New-York", "NY")]
    [DataRow("new_york", "NY")]
    [DataRow("Washington", "WA")]
    [DataRow("Washington, D.C.", "DC")]
    [DataRow("District of Columbia", "DC")]
    [DataRow("W. Va.", "WV")]
    [DataRow("N. Dak.", "ND")]
    [DataRow("Hawai\u2019i", "HI")]
    [DataRow("Puerto Rico", "PR")]
    [DataRow("U.S. Virgin Islands", "VI")]
    [DataRow("Guam", "GU")]
    [DataRow("AE", "AE")]
    [DataRow("Armed Forces Pacific", "AP")]
    [DataRow("Ont.", "ON")]
    [DataRow("Québec", "QC")]
    [DataRow("PQ", "QC")]
    [DataRow("P.E.I.", "PE")]
    [DataRow("Newfoundland & Labrador", "NL")]
    [DataRow("newfoundland and labrador", "NL")]
    [DataRow("Yukon Territory", "YT")]
    [DataRow("Mass", "MA")]
    [DataRow("Miss", "MS")]
    [DataRow("CA - California", "CA")]
    [DataRow("California (CA)", "CA")]
    [DataRow("Texas, USA", "TX")]
    [DataRow("Ontario, Canada", "ON")]
    [DataRow("TX, USA", "TX")]
    [DataRow("TX USA", "TX")]
    [DataRow("USA-TX", "TX")]
    [DataRow("US:TX", "TX")]
    [DataRow("CA, US", "CA")]
    [DataRow("N.Y., U.S.A.", "NY")]
    [DataRow("TX, United States", "TX")]
    [DataRow("ON, Canada", "ON")]
    [DataRow("(TX)", "TX")]
    [DataRow("TX 78701", "TX")]
    [DataRow("CA 94107-1234", "CA")]
    [DataRow("US-Texas", "TX")]
    [DataRow("N. Carolina", "NC")]
    [DataRow("State of Texas", "TX")]
    [DataRow("Washington State", "WA")]
    [DataRow("Nouveau-Brunswick", "NB")]
    [DataRow("Nouvelle-Écosse", "NS")]
    [DataRow("NSW", "NSW")]
    [DataRow("N.S.W.", "NSW")]
    [DataRow("new south wales", "NSW")]
    [DataRow("Qld", "QLD")]
    [DataRow("Vic.", "VIC")]
    [DataRow("Victoria", "VIC")]
    [DataRow("SA", "SA")]
    [DataRow("ACT", "ACT")]
    [DataRow("Tas", "TAS")]
    [DataRow("AU-NSW", "NSW")]
    [DataRow("Western Australia", "AU-WA")]
    [DataRow("AU-WA", "AU-WA")]
    [DataRow("Northern Territory", "AU-NT")]
    [DataRow("NT", "NT")]
    [DataRow("England", "ENG")]
    [DataRow("SCOTLAND", "SCT")]
    [DataRow("Wales", "WLS")]
    [DataRow("N. Ireland", "NIR")]
    [DataRow("GB-NIR", "NIR")]
    public void Code_name_and_abbreviation_become_the_code(string raw, string code) => Assert.AreEqual(code, StateType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("XX")]
    [DataRow("C")]
    [DataRow("-")]
    [DataRow("Cali fornia republic")]
    [DataRow("CA/NV")]
    [DataRow("Bayern")]
    [DataRow("Kent")]
    [DataRow("Causa")]
    [DataRow("US-ON")]
    [DataRow("GB-CA")]
    [DataRow("a.-bc")]
    [DataRow("N/A")]
    [DataRow("none")]
    [DataRow("US-")]
    [DataRow("США")]
    [DataRow("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_state_says_so(string raw) => Assert.AreEqual("[not a state or province]", StateType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("tex", "name", "Texas")]
    [DataRow("tex", "country", "US")]
    [DataRow("Ont", "name", "Ontario")]
    [DataRow("Ont", "country", "CA")]
    [DataRow("qld", "country", "AU")]
    [DataRow("qld", "name", "Queensland")]
    [DataRow("Western Australia", "name", "Western Australia")]
    [DataRow("Scotland", "country", "GB")]
    public void Parts_are_read(string raw, string part, string text) => Assert.AreEqual(text, StateType.Instance.Part(raw, part));

    [TestMethod]
    [DataRow("WA", "WA", "Western Australia")]
    [DataRow("NT", "NT", "Northern Territory")]
    [DataRow("Western Australia", "WA", "Western Australia")]
    [DataRow("Washington", "US-WA", "Washington")]
    [DataRow("US-WA", "US-WA", "Washington")]
    [DataRow("Northwest Territories", "CA-NT", "Northwest Territories")]
    [DataRow("California", "CA", "California")]
    [DataRow("QLD", "QLD", "Queensland")]
    public void In_Australia_its_own_codes_go_first(string raw, string code, string name) =>
        Assert.AreEqual((code, code, name), (StateType.For("AU").Canonical(raw), StateType.For("au").Canonical(code), StateType.For("AU").Part(raw, "name")));

    [TestMethod]
    public void There_are_59_places_of_the_US_13_of_Canada_8_of_Australia_and_4_nations() => CollectionAssert.AreEqual(
        new[] { "US 59", "CA 13", "AU 8", "GB 4" }, States.All.GroupBy(state => state.Country).Select(group => $"{group.Key} {group.Count()}").ToArray());

    [TestMethod]
    public void No_code_or_name_is_listed_twice()
    {
        CollectionAssert.AllItemsAreUnique(States.All.Select(state => $"{state.Country}-{state.Code}").ToArray());
        CollectionAssert.AllItemsAreUnique(States.All.Select(state => state.Name).Concat(StateNames.All.Select(other => other.Name)).ToArray());
    }

    [TestMethod]
    public void Every_name_finds_its_own_state()
    {
        for (var place = 0; place < States.All.Count; place++)
        {
            var (code, name, country) = States.All[place];
            foreach (var region in (string[])["US", "CA", "AU", "GB"])
            {
                Assert.AreEqual(
                    (place, place, place),
                    (States.Find($"{country}-{code}", region), States.Find(name, region), States.Find(States.CodeIn(place, region), region)),
                    $"{name} in {region}");
            }
        }

        foreach (var (name, code) in StateNames.All)
        {
            Assert.AreEqual(code, StateType.Instance.Canonical(name), name);
        }
    }
}
