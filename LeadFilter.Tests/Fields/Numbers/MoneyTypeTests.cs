using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Tests.Fields.Numbers;

[TestClass]
public sealed class MoneyTypeTests
{
    [TestMethod]
    [DataRow("1250", "1250", "[missing]")]
    [DataRow("1,250.00", "1250", "[missing]")]
    [DataRow("$1,250.00", "1250", "USD")]
    [DataRow("US$ 12", "12", "USD")]
    [DataRow("12 US dollars", "12", "USD")]
    [DataRow("12 bucks", "12", "USD")]
    [DataRow("$250 CAD", "250", "CAD")]
    [DataRow("CAD $250", "250", "CAD")]
    [DataRow("C$250", "250", "CAD")]
    [DataRow("A$250", "250", "AUD")]
    [DataRow("R$ 1.250,00", "1250", "BRL")]
    [DataRow("\u20AC 1.250,00", "1250", "EUR")]
    [DataRow("\u20AC1.250", "1250", "EUR")]
    [DataRow("\u20AC1,250", "1250", "EUR")]
    [DataRow("\u20AC0.125", "0.125", "EUR")]
    [DataRow("12,50 \u20AC", "12.5", "EUR")]
    [DataRow("12,50 EUR", "12.5", "EUR")]
    [DataRow("12 euros", "12", "EUR")]
    [DataRow("\u00A3250", "250", "GBP")]
    [DataRow("&pound;250", "250", "GBP")]
    [DataRow("\u20B91,00,000", "100000", "INR")]
    [DataRow("CHF 1'250.50", "1250.5", "CHF")]
    [DataRow("1 250,00 z\u0142", "1250", "PLN")]
    [DataRow("\uFF041,250", "1250", "USD")]
    [DataRow("1.2k", "1200", "[missing]")]
    [DataRow("$1.2K", "1200", "USD")]
    [DataRow("$1.5m", "1500000", "USD")]
    [DataRow("$2MM", "2000000", "USD")]
    [DataRow("1.5 million dollars", "1500000", "USD")]
    [DataRow("$3bn", "3000000000", "USD")]
    [DataRow("50 grand", "50000", "[missing]")]
    [DataRow("-$5", "-5", "USD")]
    [DataRow("($5.50)", "-5.5", "USD")]
    [DataRow("$1.250", "1.25", "USD")]
    public void Amount_and_currency_are_read(string raw, string amount, string currency) => Assert.AreEqual(
        (amount, currency), (MoneyType.Instance.Canonical(raw), MoneyType.Instance.Part(raw, "currency")));

    [TestMethod]
    [DataRow("free", "not an amount of money")]
    [DataRow("$", "not an amount of money")]
    [DataRow("$5 EUR", "not an amount of money")]
    [DataRow("$50,000-$75,000", "not an amount of money")]
    [DataRow("$20/hour", "not an amount of money")]
    [DataRow("1,500 sq ft", "not an amount of money")]
    [DataRow("50 XYZ", "not an amount of money")]
    [DataRow("$2000000bn", "out of range")]
    public void What_is_no_money_says_why(string raw, string why) => Assert.AreEqual($"[{why}]", MoneyType.Instance.Canonical(raw));
}
