using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Fields.Emails;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Fields.Emails;

/// <summary>What holds for any address at any of the providers.</summary>
[TestClass]
public sealed class EmailPropertiesTests
{
    private static readonly string[] Providers =
        ["gmail.com", "googlemail.com", "outlook.com", "yahoo.com", "me.com", "pm.me", "jane.fastmail.com", "ya.ru", "example.com", "gmial.com", "a.mailinator.com"];

    private static readonly Gen<string> Users = Gen.Elements("abcdefgh1289".ToCharArray()).NonEmptyListOf().Select(letters => string.Concat(letters.Take(20)));

    private static readonly Arbitrary<string> Addresses = (
        from user in Users
        from mark in Gen.Elements("", ".", "-", "_", "+")
        from rest in Users
        from domain in Gen.Elements(Providers)
        select $"{user}{mark}{rest}@{domain}").ToArbitrary();

    [TestMethod]
    public void Identity_is_an_address_whose_identity_is_itself() => Holds(address =>
    {
        var identity = EmailType.Instance.Part(address, "identity");
        return EmailType.Instance.Canonical(identity) == identity && EmailType.Instance.Part(identity, "identity") == identity;
    });

    [TestMethod]
    public void Case_and_brackets_change_no_identity() => Holds(address =>
        EmailType.Instance.Part($" <{address.ToUpperInvariant()}> ", "identity") == EmailType.Instance.Part(address, "identity"));

    [TestMethod]
    public void Dots_and_tags_change_no_identity_at_Gmail() => Check.One(
        PropertyCases.Of(500),
        Prop.ForAll(Users.ToArbitrary(), user =>
            EmailType.Instance.Part($"{string.Join('.', user.ToCharArray())}+solar@googlemail.com", "identity") == user + "@gmail.com"));

    [TestMethod]
    public void Suggestion_is_there_for_a_mistyped_domain_only_and_is_not_mistyped_itself() => Holds(address =>
    {
        var suggestion = EmailType.Instance.Part(address, "suggestion");
        return (suggestion != "[missing]") == (EmailType.Instance.Part(address, "mistyped") == "true")
            && (suggestion == "[missing]" || EmailType.Instance.Part(suggestion, "mistyped") == "false");
    });

    [TestMethod]
    public void Site_ends_in_the_public_suffix_with_one_label_more() => Holds(address =>
    {
        var (site, tld) = (EmailType.Instance.Part(address, "site"), EmailType.Instance.Part(address, "tld"));
        return site.EndsWith("." + tld, StringComparison.Ordinal) && !site[..^(tld.Length + 1)].Contains('.', StringComparison.Ordinal);
    });

    private static void Holds(Func<string, bool> property) =>
        Check.One(PropertyCases.Of(2000), Prop.ForAll(Addresses, property));
}
