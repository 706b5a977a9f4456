using LeadFilter.Core.Fields.Phones;

namespace LeadFilter.Tests.Fields.Phones;

/// <summary>A text never becomes another number than the one that is meant: where that is not known, it is invalid.</summary>
[TestClass]
public sealed class GuessedNumberTests
{
    private const string Rounded = "[a spreadsheet has rounded it]";
    private const string TwoNumbers = "[two numbers in one field]";
    private const string NotADigit = "[a character among the digits that is not a digit]";

    [TestMethod]
    [DataRow("4.15550132E9", "+14155501320")]
    [DataRow("4.155550132E9", "+14155550132")]
    [DataRow("4.155550132e9", "+14155550132")]
    [DataRow("+4.155550132E+09", "[too short]")]
    [DataRow("4.155550132E+09", "+14155550132")]
    [DataRow("4,155550132E+09", "+14155550132")]
    [DataRow("1.4155550132E10", "+14155550132")]
    [DataRow("4155550132E0", "+14155550132")]
    [DataRow("4.1555501320E9", "+14155550132")]
    [DataRow("41555501320E-1", "+14155550132")]
    [DataRow("4155550132.0", "+14155550132")]
    [DataRow("4155550132.00", "+14155550132")]
    [DataRow("14155550132.0", "+14155550132")]
    [DataRow("4155550132,0", "+14155550132")]
    [DataRow("4,155,550,132", "+14155550132")]
    [DataRow("4,155,550,132.00", "+14155550132")]
    public void Amount_with_all_its_digits_is_the_number(string raw, string expected) =>
        Assert.AreEqual(expected, PhoneType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("4.15555E+09")]
    [DataRow("4.15555E9")]
    [DataRow("4.1555501E9")]
    [DataRow("4.15555013E+09")]
    [DataRow("4.16E+09")]
    [DataRow("4E+09")]
    [DataRow("4,15555E+09")]
    [DataRow("1.41556E+10")]
    [DataRow("4.1555501325E9")]
    [DataRow("4.155550132E-9")]
    public void Rounded_amount_is_no_number(string raw) => Assert.AreEqual(Rounded, PhoneType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("415555013e6", "[too long]")]
    [DataRow("4155550132E99", "[too long]")]
    [DataRow("415555E3", "[a spreadsheet has rounded it]")]
    public void Amount_of_another_length_says_so(string raw, string expected) =>
        Assert.AreEqual(expected, PhoneType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("US", "4155550132; 4155550133")]
    [DataRow("US", "4155550132;4155550133")]
    [DataRow("US", "4155550132,4155550133")]
    [DataRow("US", "415-555-0132 / 415-555-0133")]
    [DataRow("US", "415-555-0132 or 415-555-0133")]
    [DataRow("US", "415-555-0132 and 415-555-0133")]
    [DataRow("US", "4155550132\n4155550133")]
    [DataRow("US", "4155550132 4155550133")]
    [DataRow("US", "(415) 555-0132 (415) 555-0133")]
    [DataRow("US", "4155550132 | 4155550133")]
    [DataRow("US", "+14155550132+14155550133")]
    [DataRow("US", "4155550132 x5550133")]
    [DataRow("US", "4155550132 int 5550133")]
    [DataRow("US", "home 4155550132, cell 4155550133")]
    [DataRow("DE", "030901820/030901821")]
    [DataRow("DE", "+49 30 901820-0; +49 30 901821-0")]
    public void Second_number_is_not_dropped(string region, string raw) => Assert.AreEqual(TwoNumbers, PhoneType.For(region).Canonical(raw));

    [TestMethod]
    [DataRow("US", "1415I5550132")]
    [DataRow("US", "415-555-O132")]
    [DataRow("US", "415-555-013O")]
    [DataRow("US", "14155550132 xx")]
    [DataRow("US", "415-555-1OOO")]
    [DataRow("US", "415a5550132")]
    [DataRow("DE", "030 9O1820")]
    [DataRow("DE", "030 90182O")]
    [DataRow("DE", "+49 30 90**20")]
    [DataRow("DE", "+49 30 9018xx")]
    [DataRow("DE", "03O 9O18 2O")]
    public void Character_for_a_digit_is_not_left_out(string region, string raw) => Assert.AreEqual(NotADigit, PhoneType.For(region).Canonical(raw));

    [TestMethod]
    [DataRow("415-555-0132,,123456", "123456")]
    [DataRow("415-555-0132 ext 12345678", "12345678")]
    [DataRow("tel:+14155550132;ext=12345678", "12345678")]
    [DataRow("415-555-0132 x42 (work)", "42")]
    public void Extension_is_no_second_number(string raw, string extension)
    {
        Assert.AreEqual("+14155550132", PhoneType.Instance.Canonical(raw));
        Assert.AreEqual(extension, PhoneType.Instance.Part(raw, "extension"));
    }

    [TestMethod]
    [DataRow("415-555-0132 x")]
    [DataRow("+49 (0) 3731/123456")]
    [DataRow("1-800-GO-FEDEX")]
    public void What_is_clear_is_read(string raw) => Assert.IsTrue(PhoneType.Instance.Standardize(raw).IsValid, PhoneType.Instance.Standardize(raw).Why);
}
