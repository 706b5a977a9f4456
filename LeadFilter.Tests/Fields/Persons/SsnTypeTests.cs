using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Persons;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Fields.Persons;

[TestClass]
public sealed class SsnTypeTests
{
    [TestMethod]
    [DataRow("123-45-6780", "***-**-6780")]
    [DataRow("123456780", "***-**-6780")]
    [DataRow("123 45 6780", "***-**-6780")]
    [DataRow("123.45.6780", "***-**-6780")]
    [DataRow(" 123\u201345\u20136780 ", "***-**-6780")]
    [DataRow("\uFF11\uFF12\uFF13456780", "***-**-6780")]
    [DataRow("SSN: 123-45-6780", "***-**-6780")]
    [DataRow("001-01-0001", "***-**-0001")]
    [DataRow("899-99-9998", "***-**-9998")]
    [DataRow("772-01-1234", "***-**-1234")]
    [DataRow("912-70-1234", "***-**-1234")]
    [DataRow("***-**-1234", "***-**-1234")]
    [DataRow("XXX-XX-1234", "***-**-1234")]
    [DataRow("xxxxx1234", "***-**-1234")]
    [DataRow("\u2022\u2022\u2022-\u2022\u2022-1234", "***-**-1234")]
    public void Number_is_masked(string raw, string canonical) => Assert.AreEqual(canonical, SsnType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("000-12-3456", "area not in use")]
    [DataRow("666-12-3456", "area not in use")]
    [DataRow("900-12-3456", "area not in use")]
    [DataRow("999-49-3456", "area not in use")]
    [DataRow("912-66-3456", "area not in use")]
    [DataRow("912-89-3456", "area not in use")]
    [DataRow("912-93-3456", "area not in use")]
    [DataRow("123-00-3456", "group not in use")]
    [DataRow("123-45-0000", "serial not in use")]
    [DataRow("***-**-0000", "serial not in use")]
    [DataRow("000-00-0000", "area not in use")]
    [DataRow("078-05-1120", "nobody's number")]
    [DataRow("219-09-9999", "nobody's number")]
    [DataRow("457-55-5462", "nobody's number")]
    [DataRow("987-65-4320", "nobody's number")]
    [DataRow("987-65-4329", "nobody's number")]
    [DataRow("123-45-6789", "nobody's number")]
    [DataRow("111111111", "nobody's number")]
    [DataRow("12345678", "too short")]
    [DataRow("1234", "too short")]
    [DataRow("1234567890", "too long")]
    [DataRow("12-345-6789", "not a social security number")]
    [DataRow("123-45-678O", "not a social security number")]
    [DataRow("123-**-1234", "not a social security number")]
    [DataRow("***-**-****", "not a social security number")]
    [DataRow("***-*5-1234", "not a social security number")]
    [DataRow("none", "not a social security number")]
    [DataRow("-", "not a social security number")]
    public void What_nobody_has_says_why(string raw, string why) => Assert.AreEqual($"[{why}]", SsnType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("123-45-6780", "6780", "123", "false", "false")]
    [DataRow("001-45-0780", "0780", "001", "false", "false")]
    [DataRow("912-50-1234", "1234", "912", "true", "false")]
    [DataRow("999-99-1234", "1234", "999", "true", "false")]
    [DataRow("***-**-1234", "1234", "[missing]", "[missing]", "true")]
    public void Parts_are_read(string raw, string last4, string area, string itin, string masked)
    {
        string[] parts = ["last4", "area", "itin", "masked"];

        CollectionAssert.AreEqual(new[] { last4, area, itin, masked }, parts.Select(part => SsnType.Instance.Part(raw, part)).ToArray());
    }

    [TestMethod]
    public void Identity_tells_people_with_the_same_last_digits_apart() => Assert.AreNotEqual(
        SsnType.Instance.Part("123-45-6780", "identity"), SsnType.Instance.Part("124-45-6780", "identity"));

    [TestMethod]
    public void Identity_does_not_hang_on_the_writing() => Assert.AreEqual(
        SsnType.Instance.Part("123-45-6780", "identity"), SsnType.Instance.Part("SSN 123456780", "identity"));

    [TestMethod]
    public void A_masked_number_has_no_identity() => Assert.AreEqual("[missing]", SsnType.Instance.Part("***-**-1234", "identity"));

    [TestMethod]
    public void No_text_of_the_value_holds_more_than_the_last_four_digits() => Check.One(
        PropertyCases.Of(2000),
        Prop.ForAll(Gen.Choose(0, 999_999_999).ToArbitrary(), number =>
        {
            var digits = number.ToString("000000000");
            var value = SsnType.Instance.Standardize(digits);
            string?[] texts =
                [value.Raw, value.TextString, value.Why, .. SsnType.Instance.Parts.Where(part => value.IsValid && part.Name != "identity").Select(part => Text(part, value))];
            return texts.All(text => text is null || !text.Contains(digits[..5], StringComparison.Ordinal));
        }));

    [TestMethod]
    [DataRow("123-45-6780")]
    [DataRow("123-45-678O")]
    [DataRow("078-05-1120")]
    [DataRow("1234567890")]
    public void What_was_sent_is_not_kept(string raw)
    {
        var kept = SsnType.Instance.Standardize(raw).Raw!;

        Assert.IsFalse(kept.Contains("123", StringComparison.Ordinal) || kept.Contains("078", StringComparison.Ordinal), kept);
    }

    private static string Text(FieldPart part, FieldValue value)
    {
        var read = part.Read(in value, Reading.ReceivedAt);
        return read.IsValid ? part.Type.CanonicalText(in read) : "";
    }
}
