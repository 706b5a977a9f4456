using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Fields.Phones.Areas;

namespace LeadFilter.Tests.Fields.Phones;

/// <summary>Numbers of area codes that are in service are valid, whatever libphonenumber knows of them.</summary>
[TestClass]
public sealed class NorthAmericanNumberTests
{
    private static readonly string[] Islands = ["PR", "VI", "GU", "AS", "MP"];

    [TestMethod]
    public void Every_area_code_of_a_state_or_province_has_every_exchange()
    {
        foreach (var (place, codes) in AreaCodes.ByPlace.Where(entry => !Islands.Contains(entry.Place)))
        {
            foreach (var code in codes.Split(' '))
            {
                foreach (var exchange in new[] { "234", "420", "664", "987" })
                {
                    Assert.AreEqual($"+1{code}{exchange}1290", PhoneType.Instance.Canonical($"{code}-{exchange}-1290"), place);
                }
            }
        }
    }

    [TestMethod]
    [DataRow("621 234 5678", "US", "TX")]
    [DataRow("436 234 5678", "US", "OH")]
    [DataRow("861 234 5678", "US", "IL")]
    [DataRow("924 234 5678", "US", "MN")]
    [DataRow("357 234 5678", "US", "CA")]
    [DataRow("+1 457 234 5678", "US", "LA")]
    [DataRow("1-471-234-5678", "US", "MS")]
    [DataRow("(483) 234-5678 x7", "US", "AL")]
    [DataRow("257 234 5678", "CA", "BC")]
    [DataRow("942 234 5678", "CA", "ON")]
    [DataRow("472 664 1290", "US", "NC")]
    public void New_area_code_has_its_country_and_state(string raw, string country, string state)
    {
        Assert.AreEqual((country, state, "FIXED_LINE_OR_MOBILE"), (
            PhoneType.Instance.Part(raw, "country"),
            PhoneType.Instance.Part(raw, "state"),
            PhoneType.Instance.Part(raw, "type")));
    }

    [TestMethod]
    [DataRow("621 134 5678", "exchange not possible")]
    [DataRow("621 911 5678", "exchange not possible")]
    [DataRow("620 034 5678", "exchange not possible")]
    [DataRow("299 234 5678", "area code not in service")]
    [DataRow("555 234 5678", "area code not in service")]
    [DataRow("621 234 567", "too short")]
    [DataRow("684 234 5678", "not in use")]
    public void Reason_is_true(string raw, string why) => Assert.AreEqual($"[{why}]", PhoneType.Instance.Canonical(raw));

    [TestMethod]
    public void Number_of_a_new_area_code_is_the_same_from_abroad() =>
        Assert.AreEqual("+16212345678", PhoneType.For("GB").Canonical("001 621 234 5678"));
}
