using LeadFilter.Core.Suppression;

namespace LeadFilter.Tests.Suppression;

/// <summary>Whom a value on a list means, in one text for all ways of writing it.</summary>
[TestClass]
public sealed class SuppressionIdentityTests
{
    [TestMethod]
    [DataRow(SuppressionKind.Email, " Ann.Sample@Example.COM ", "ann.sample@example.com", "")]
    [DataRow(SuppressionKind.Email, "A.nn+offers@googlemail.com", "ann@gmail.com", "a.nn+offers@googlemail.com")]
    [DataRow(SuppressionKind.Phone, "(415) 234-1234", "+14152341234", "14152341234 4152341234")]
    [DataRow(SuppressionKind.Phone, "4.152341234E9", "+14152341234", "14152341234 4152341234")]
    [DataRow(SuppressionKind.Phone, "'4152341234", "+14152341234", "14152341234 4152341234")]
    [DataRow(SuppressionKind.Email, "'ann@example.com", "ann@example.com", "")]
    [DataRow(SuppressionKind.Phone, "+44 20 7946 0018", "+442079460018", "442079460018")]
    [DataRow(SuppressionKind.Domain, "rival.example.co.uk", "example.co.uk", "")]
    [DataRow(SuppressionKind.Domain, "https://www.Rival.com/offer?x=1", "rival.com", "")]
    [DataRow(SuppressionKind.Domain, "somebody@mail.rival.com", "rival.com", "")]
    [DataRow(SuppressionKind.Domain, "*.rival.com", "rival.com", "")]
    [DataRow(SuppressionKind.Domain, ".rival.com", "rival.com", "")]
    [DataRow(SuppressionKind.Domain, "@rival.com", "rival.com", "")]
    [DataRow(SuppressionKind.Domain, "rival.com.", "rival.com", "")]
    [DataRow(SuppressionKind.Domain, "www.rival.com/", "rival.com", "")]
    [DataRow(SuppressionKind.Domain, "rival.com/about?x=1", "rival.com", "")]
    [DataRow(SuppressionKind.Address, "123 N. Main Street, Apt. #4, 85004-1234", "123 n main st 4|85004", "")]
    [DataRow(SuppressionKind.Address, "123 north main st unit 4, 85004", "123 n main st 4|85004", "")]
    [DataRow(SuppressionKind.Address, "10 Rue de l\u2019E\u0301glise, k1a 0b1", "10 rue de leglise|K1A 0B1", "")]
    [DataRow(SuppressionKind.Address, "10 Rue de l'Église, K1A0B1", "10 rue de leglise|K1A 0B1", "")]
    public void A_value_means(SuppressionKind kind, string raw, string text, string others)
    {
        Assert.IsTrue(SuppressionIdentity.TryRead(kind, raw, out var identity, out var why), why);
        Assert.AreEqual((text, others), (identity.Text, string.Join(' ', identity.Others)));
    }

    [TestMethod]
    [DataRow(SuppressionKind.Email, "nobody", "no @")]
    [DataRow(SuppressionKind.Email, " ", "blank")]
    [DataRow(SuppressionKind.Phone, "12", "too short")]
    [DataRow(SuppressionKind.Phone, "4.15234E+09", "a spreadsheet has rounded it")]
    [DataRow(SuppressionKind.Phone, "4152341234; 4152341235", "two numbers in one field")]
    [DataRow(SuppressionKind.Domain, "co.uk", "no domain that somebody can own")]
    [DataRow(SuppressionKind.Domain, "*.com", "no domain that somebody can own")]
    [DataRow(SuppressionKind.Domain, "rival", "no domain that somebody can own")]
    [DataRow(SuppressionKind.Domain, "", "blank")]
    [DataRow(SuppressionKind.Address, "123 Main St 85004", "no comma between street and postal code")]
    [DataRow(SuppressionKind.Address, "123 Main St, Reno", "not a postal code")]
    [DataRow(SuppressionKind.Address, "#, 85004", "no street")]
    public void A_value_means_nobody(SuppressionKind kind, string raw, string expected)
    {
        Assert.IsFalse(SuppressionIdentity.TryRead(kind, raw, out _, out var why));
        Assert.AreEqual(expected, why);
    }

    [TestMethod]
    public void It_does_not_show_the_person()
    {
        Assert.IsTrue(SuppressionIdentity.TryRead(SuppressionKind.Email, "ann@example.com", out var identity, out _));
        Assert.AreEqual("(email)", identity.ToString());
    }
}
