using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Fields.Emails;

namespace LeadFilter.Tests.Fields;

/// <summary>Letters that look like others, letters that nobody sees, and text that runs the other way.</summary>
[TestClass]
public sealed class SpoofedIdentityTests
{
    private const string Genuine = "ann.paypal@example.com";

    [TestMethod]
    [DataRow("\u0430nn.paypal@example.com", DisplayName = "Cyrillic a")]
    [DataRow("ann.p\u0430ypal@example.com", DisplayName = "Cyrillic a inside")]
    [DataRow("ann.paypal@ex\u0430mple.com", DisplayName = "Cyrillic a in the domain")]
    [DataRow("ann.paypa\u04CF@example.com", DisplayName = "Cyrillic palochka")]
    [DataRow("ann.payp\u03B1l@example.com", DisplayName = "Greek alpha")]
    [DataRow("ann.paypa\u0131@example.com", DisplayName = "dotless i")]
    [DataRow("ann.p\u00E1ypal@example.com", DisplayName = "accent")]
    [DataRow("ann.pa\u0301ypal@example.com", DisplayName = "accent apart")]
    [DataRow("annpaypal@example.com", DisplayName = "without the dot")]
    [DataRow("ann\u2024paypal@example.com.evil.example", DisplayName = "another domain behind")]
    [DataRow("ann.paypal@example.com@evil.example", DisplayName = "two at-signs")]
    [DataRow("ann.paypal@example.com\\@evil.example", DisplayName = "an escaped at-sign")]
    [DataRow("\"ann.paypal@example.com\"@evil.example", DisplayName = "a quoted address")]
    [DataRow("ann.paypal@example.com, eve@evil.example", DisplayName = "two addresses")]
    [DataRow("ann.paypal@example.com\r\nBcc: eve@evil.example", DisplayName = "a header behind")]
    [DataRow("ann.\u200Dpaypal@example.com", DisplayName = "a joiner, which some scripts need")]
    [DataRow("ann.paypal@example.com\u0000.evil.example", DisplayName = "a NUL")]
    public void A_spoofed_address_is_not_the_genuine_one(string spoofed) => Assert.AreNotEqual(Genuine, EmailType.Instance.Canonical(spoofed));

    [TestMethod]
    [DataRow("ann\u200B.paypal@example.com", DisplayName = "zero-width space")]
    [DataRow("\uFEFFann.paypal@example.com", DisplayName = "byte order mark")]
    [DataRow("ann.pay\u00ADpal@example.com", DisplayName = "soft hyphen")]
    [DataRow("ann.paypal@example\u2060.com", DisplayName = "word joiner")]
    [DataRow("\u202Dann.paypal@example.com\u202C", DisplayName = "left-to-right override")]
    [DataRow("\uFF41nn.paypal\uFF20example\uFF0Ecom", DisplayName = "full width")]
    public void What_nobody_sees_makes_no_second_person(string disguised) => Assert.AreEqual(Genuine, EmailType.Instance.Canonical(disguised));

    [TestMethod]
    public void No_canonical_text_holds_what_turns_or_hides_the_text_around_it()
    {
        foreach (var type in FieldTypes.All)
        {
            foreach (var raw in RawTexts.Realistic)
            {
                foreach (var hidden in "\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF\u00AD\u061C\u001b")
                {
                    var canonical = type.Canonical($"{raw[..(raw.Length / 2)]}{hidden}{raw[(raw.Length / 2)..]}");
                    Assert.DoesNotContain(hidden.ToString(), canonical, StringComparison.Ordinal, $"{type.Name}: {raw} with U+{(int)hidden:X4}");
                }
            }
        }
    }

    [TestMethod]
    public void What_is_not_seen_in_the_path_of_an_address_is_escaped() =>
        Assert.AreEqual("https://example.com/%E2%80%AEgpj.exe?a=%C2%A0b%20%E2%80%8Bc", Core.Fields.Web.UrlType.Instance.Canonical("https://example.com/\u202Egpj.exe?a=\u00A0b \u200Bc"));

    [TestMethod]
    [DataRow("1e999")]
    [DataRow("-1e999")]
    [DataRow("1e-999")]
    [DataRow("1e2147483648")]
    [DataRow("NaN")]
    [DataRow("Infinity")]
    [DataRow("\u221E")]
    [DataRow("400 digits")]
    [DataRow("0.400 digits")]
    public void An_oversized_number_is_invalid_or_a_number_and_never_infinite(string text)
    {
        var raw = text.Replace("400 digits", new string('9', 400), StringComparison.Ordinal);
        foreach (var type in FieldTypes.All.Where(type => type.Kind == ValueKind.Number))
        {
            var value = type.Standardize(raw);
            Assert.IsTrue(!value.IsValid || double.IsFinite(value.Number), $"{type.Name}: {value.Number}");
        }
    }
}
