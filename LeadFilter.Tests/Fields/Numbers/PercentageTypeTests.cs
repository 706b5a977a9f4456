using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Tests.Fields.Numbers;

[TestClass]
public sealed class PercentageTypeTests
{
    [TestMethod]
    [DataRow("12.5 %", "12.5", "0.125")]
    [DataRow("12.5%", "12.5", "0.125")]
    [DataRow("12,5 %", "12.5", "0.125")]
    [DataRow("%12", "12", "0.12")]
    [DataRow("12.5", "12.5", "0.125")]
    [DataRow("0.125", "0.125", "0.00125")]
    [DataRow("0", "0", "0")]
    [DataRow("-3%", "-3", "-0.03")]
    [DataRow("250 percent", "250", "2.5")]
    [DataRow("3 per cent", "3", "0.03")]
    [DataRow("12.3 pct", "12.3", "0.123")]
    [DataRow("\uFF11\uFF12\uFF05", "12", "0.12")]
    [DataRow("12&percnt;", "12", "0.12")]
    [DataRow("5\u2030", "0.5", "0.005")]
    [DataRow("25 bps", "0.25", "0.0025")]
    [DataRow("25 basis points", "0.25", "0.0025")]
    public void Percentage_is_read(string raw, string percent, string fraction) => Assert.AreEqual(
        (percent, fraction), (PercentageType.Instance.Canonical(raw), PercentageType.Instance.Part(raw, "fraction")));

    [TestMethod]
    [DataRow("%", "not a percentage")]
    [DataRow("half", "not a percentage")]
    [DataRow("1/4", "not a percentage")]
    [DataRow("12%%", "not a percentage")]
    [DataRow("$12", "not a percentage")]
    [DataRow("12k%", "not a percentage")]
    [DataRow("10%-20%", "not a percentage")]
    [DataRow("9999999999999999%", "out of range")]
    public void What_is_no_percentage_says_why(string raw, string why) => Assert.AreEqual($"[{why}]", PercentageType.Instance.Canonical(raw));
}
