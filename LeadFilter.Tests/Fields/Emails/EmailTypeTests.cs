using LeadFilter.Core.Fields.Emails;

namespace LeadFilter.Tests.Fields.Emails;

[TestClass]
public sealed class EmailTypeTests
{
    [TestMethod]
    [DataRow("jane@example.com", "jane@example.com")]
    [DataRow("  Jane.Doe@Example.COM ", "jane.doe@example.com")]
    [DataRow("<jane@example.com>", "jane@example.com")]
    [DataRow("mailto:Jane@example.com", "jane@example.com")]
    [DataRow("MAILTO: jane@example.com", "jane@example.com")]
    [DataRow("<mailto:jane@example.com>", "jane@example.com")]
    [DataRow("mailto:< jane@example.com >", "jane@example.com")]
    [DataRow("jane+solar@example.co.uk", "jane+solar@example.co.uk")]
    [DataRow("!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com")]
    [DataRow("Jane Doe <jane@example.com>", "jane@example.com")]
    [DataRow("\"Doe, Jane\" <jane@example.com>", "jane@example.com")]
    [DataRow("jane@example.com <jane@example.com>", "jane@example.com")]
    [DataRow("jane@example.com.", "jane@example.com")]
    [DataRow("jane@example.com,", "jane@example.com")]
    [DataRow("jane@example.com;", "jane@example.com")]
    [DataRow("\"jane@example.com\"", "jane@example.com")]
    [DataRow("'jane@example.com'", "jane@example.com")]
    [DataRow("jane @example.com", "jane@example.com")]
    [DataRow("jane@ example.com", "jane@example.com")]
    [DataRow("jane @ example.com", "jane@example.com")]
    [DataRow("p. j. doe@example.com", "p.j.doe@example.com")]
    [DataRow("jane .doe@example. Com", "jane.doe@example.com")]
    [DataRow("jane@yahoo.co. uk", "jane@yahoo.co.uk")]
    [DataRow("jane@yahoo. co. uk", "jane@yahoo.co.uk")]
    [DataRow("'jane@example.com", "jane@example.com")]
    [DataRow("\u2018jane@example.com", "jane@example.com")]
    [DataRow("=jane@example.com", "jane@example.com")]
    [DataRow("+jane@example.com", "jane@example.com")]
    [DataRow("-jane@example.com", "jane@example.com")]
    [DataRow("`jane@example.com", "jane@example.com")]
    [DataRow("=\"jane@example.com\"", "jane@example.com")]
    [DataRow("jane@shop.example", "jane@shop.example")]
    [DataRow("a@b.io", "a@b.io")]
    [DataRow("o'brien@example.com", "o'brien@example.com")]
    [DataRow("jane@mail.example-shop.com", "jane@mail.example-shop.com")]
    [DataRow("jane@123.com", "jane@123.com")]
    [DataRow("jane@MÜNCHEN.de", "jane@xn--mnchen-3ya.de")]
    [DataRow("jane@例え.jp", "jane@xn--r8jz45g.jp")]
    [DataRow("jane@xn--mnchen-3ya.de", "jane@xn--mnchen-3ya.de")]
    [DataRow("jane@\uFF25xample\uFF0Ecom", "jane@example.com")]
    [DataRow("jane\0@example.com", "jane@example.com")]
    [DataRow("jane@exa\u200Bmple.com", "jane@example.com")]
    [DataRow("\uFF4A\uFF41ne&#64;example&period;com", "jane@example.com")]
    [DataRow("o\u2019brien@example.com", "o'brien@example.com")]
    [DataRow("jane@例え。jp", "jane@xn--r8jz45g.jp")]
    [DataRow("jane@example.рф", "jane@example.xn--p1ai")]
    [DataRow("\tjane@example.com\r\n", "jane@example.com")]
    public void Address_is_written_in_lower_case(string raw, string canonical) =>
        Assert.AreEqual(canonical, EmailType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("jane", "no @")]
    [DataRow("n/a", "no @")]
    [DataRow("jane.example.com", "no @")]
    [DataRow("@example.com", "nothing before the @")]
    [DataRow("@", "nothing before the @")]
    [DataRow("jane@doe@example.com", "more than one @")]
    [DataRow("jane@@example.com", "more than one @")]
    [DataRow("jane doe@example.com", "character not allowed before the @")]
    [DataRow("jané@example.com", "character not allowed before the @")]
    [DataRow("\"jane\"@example.com", "character not allowed before the @")]
    [DataRow(".jane@example.com", "dot not allowed there")]
    [DataRow("jane.@example.com", "dot not allowed there")]
    [DataRow("ja..ne@example.com", "dot not allowed there")]
    [DataRow("jane@", "not a domain")]
    [DataRow("jane@example..com", "not a domain")]
    [DataRow("jane@.example.com", "not a domain")]
    [DataRow("jane@-example.com", "not a domain")]
    [DataRow("jane@example-.com", "not a domain")]
    [DataRow("jane@exa mple.com", "not a domain")]
    [DataRow("jane@exa_mple.com", "not a domain")]
    [DataRow("jane@[192.0.2.1]", "not a domain")]
    [DataRow("jane@\uD800.com", "not a domain")]
    [DataRow("jane@example\u2024com", "not a domain")]
    [DataRow("jane@example", "no top-level domain")]
    [DataRow("jane@example.c", "no top-level domain")]
    [DataRow("jane@192.0.2.1", "no top-level domain")]
    [DataRow("jane@randomsmallcompany.cmo", "no such ending")]
    [DataRow("jane@company.con", "no such ending")]
    [DataRow("jane@company.local", "no such ending")]
    [DataRow("jane@gmail.con.xyzzy", "no such ending")]
    [DataRow("jane@gmail.com. Thanks", "not a domain")]
    [DataRow("jane@gmail.com. me", "not a domain")]
    [DataRow("Mr. jane@example.com", "character not allowed before the @")]
    [DataRow("Jane Doe @example.com", "character not allowed before the @")]
    [DataRow("me. or jane@example.com", "character not allowed before the @")]
    [DataRow("ann@example.com <jane@example.com>", "more than one @")]
    [DataRow("Ann <ann@example.com>, Jane <jane@example.com>", "more than one @")]
    [DataRow("ann@example.com; jane@example.com", "more than one @")]
    [DataRow("ann@example.com jane@example.com", "more than one @")]
    public void What_is_no_address_says_why(string raw, string why) => Assert.AreEqual($"[{why}]", EmailType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow(64, 11, null)]
    [DataRow(65, 11, "too long before the @")]
    [DataRow(64, 189, null)]
    [DataRow(64, 190, "too long")]
    public void Lengths_of_RFC_5321_hold(int user, int domain, string? why)
    {
        var labels = new string('d', domain - 4);
        for (var dot = 60; dot < labels.Length - 1; dot += 60)
        {
            labels = string.Concat(labels.AsSpan(0, dot), ".", labels.AsSpan(dot + 1));
        }

        Assert.AreEqual(why, EmailType.Instance.Standardize($"{new string('u', user)}@{labels}.com").Why);
    }

    [TestMethod]
    [DataRow(63, null)]
    [DataRow(64, "not a domain")]
    public void Label_has_63_characters_at_most(int length, string? why) =>
        Assert.AreEqual(why, EmailType.Instance.Standardize($"jane@{new string('d', length)}.com").Why);

    [TestMethod]
    [DataRow("Jane.Doe@Mail.Example.com", "user", "jane.doe")]
    [DataRow("Jane.Doe@Mail.Example.com", "domain", "mail.example.com")]
    [DataRow("Jane.Doe@Mail.Example.com", "host", "mail.example.com")]
    [DataRow("Jane.Doe@Mail.Example.com", "tld", "com")]
    [DataRow("  <jane@example.org>", "user", "jane")]
    [DataRow("  <jane@example.org>", "domain", "example.org")]
    [DataRow("jane@münchen.de", "domain", "xn--mnchen-3ya.de")]
    public void Parts_are_read(string raw, string part, string text) => Assert.AreEqual(text, EmailType.Instance.Part(raw, part));
}
