using LeadFilter.Core.Fields.Places;

namespace LeadFilter.Tests.Fields;

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
    public void Code_name_and_abbreviation_become_the_code(string raw, string code) => Assert.AreEqual(code, StateType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("XX")]
    [DataRow("C")]
    [DataRow("-")]
    [DataRow("Cali fornia republic")]
    [DataRow("CA 94107")]
    [DataRow("CA/NV")]
    [DataRow("Bayern")]
    [DataRow("US-")]
    [DataRow("США")]
    [DataRow("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_state_says_so(string raw) => Assert.AreEqual("[not a state or province]", StateType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("tex", "name", "Texas")]
    [DataRow("tex", "country", "US")]
    [DataRow("Ont", "name", "Ontario")]
    [DataRow("Ont", "country", "CA")]
    public void Parts_are_read(string raw, string part, string text) => Assert.AreEqual(text, StateType.Instance.Part(raw, part));

    [TestMethod]
    public void There_are_59_places_of_the_US_and_13_of_Canada() =>
        Assert.AreEqual((59, 13), (States.All.Count(state => state.Country == "US"), States.All.Count(state => state.Country == "CA")));

    [TestMethod]
    public void No_code_or_name_is_listed_twice()
    {
        CollectionAssert.AllItemsAreUnique(States.All.Select(state => state.Code).ToArray());
        CollectionAssert.AllItemsAreUnique(States.All.Select(state => state.Name).Concat(States.OtherNames.Select(other => other.Name)).ToArray());
    }

    [TestMethod]
    public void Every_name_finds_its_own_state()
    {
        foreach (var state in States.All)
        {
            Assert.AreEqual((state, state), (States.Find(state.Code), States.Find(state.Name)));
        }

        foreach (var (name, code) in States.OtherNames)
        {
            Assert.AreEqual(code, States.Find(name)?.Code, name);
        }
    }
}
