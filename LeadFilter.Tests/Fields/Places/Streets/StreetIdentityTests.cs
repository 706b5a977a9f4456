using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Fields.Places.Streets;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Fields.Places.Streets;

/// <summary>One home has one identity, and two homes have two.</summary>
[TestClass]
public sealed class StreetIdentityTests
{
    private static readonly string[] Pieces =
    [
        "12", "12-1/2", "1/2", "N165W2123", "E", "North", "St", "St.", "State", "US", "U", "S", "CR", "County", "Rd", "Hwy", "50", "FM", "RR", "HC",
        "Box", "PO", "P.O.", "Apt", "#", "#4", "4B", "Unit", "Fl", "2nd", "Floor", "Bldg", "A", "PSC", "APO", "AE", "Interstate", "I", "35", "Farm",
        "to", "Market", "Private", "Township", "Calle", "Elm", "Main", ",", "-", "'", "\u0301", "’", "/", ".", "(", ")", ":", "Austin", "TX", "78701", "MO"
    ];

    private const int Cases = 2000;

    private static readonly string[] Homes = [.. StreetCorpus.SameHomes.SelectMany(home => home)];
    private static readonly string[] Numbers = ["5", "12", "0012", "123-45", "12A", "12 1/2", "N165W2123", "One", "39.2"];

    private static readonly string[] Names =
    [
        "Elm St", "N Main Street", "5th Ave NW", "MLK Blvd", "Flat Creek Rd", "Broadway", "County Road 12", "US Highway 50", "Avenue B",
        "Calle A",
    ];

    private static readonly string[] Marks =
        [" Apt ", " Apt. ", " #", " # ", " Apt #", ", Unit ", " Suite ", " (Apt ", " Apt-", " APARTMENT NO. "];

    private static readonly string[] Flats = ["4", "4B", "12", "203", "B4", "E", "PH 2", "12-101"];

    [TestMethod]
    public void All_ways_to_write_a_home_have_one_identity() => Assert.AreEqual(
        "",
        string.Join('\n', StreetCorpus.SameHomes.SelectMany(home => home
            .Where(street => Identity(street) != Identity(home[0]))
            .Select(street => $"{street} = {Identity(street)}, not {Identity(home[0])}"))));

    [TestMethod]
    public void Different_homes_have_different_identities()
    {
        var pairs = StreetCorpus.DifferentHomes.Where(pair => Identity(pair.One) == Identity(pair.Other));

        Assert.AreEqual("", string.Join('\n', pairs));
    }

    [TestMethod]
    public void No_two_homes_of_the_corpus_have_one_identity() => CollectionAssert.AllItemsAreUnique(
        StreetCorpus.SameHomes.Select(home => Identity(home[0])).ToArray());

    // 123-45 Avenue B is 123 45 ave b, whose 45 might be an avenue's.
    [TestMethod]
    public void Identity_is_its_own_identity_but_for_hyphens() => Check.One(
        PropertyCases.Of(Cases),
        Prop.ForAll(
            Gen.OneOf(Gen.Elements(Homes), Written()).ToArbitrary(),
            street => street.Contains('-') || Identity(Identity(street)) == Identity(street)));

    [TestMethod]
    public void Case_and_blanks_do_not_change_an_identity() => Check.One(
        PropertyCases.Of(Cases),
        Prop.ForAll(
            Gen.Zip(Gen.OneOf(Gen.Elements(Homes), Written()), Gen.Elements("  ", "\t", " \u00A0")).ToArbitrary(),
            pair => Identity(pair.Item1.ToUpperInvariant()) == Identity(pair.Item1)
                && Identity(pair.Item1.ToLowerInvariant()) == Identity(pair.Item1)
                && Identity($" {pair.Item1.Replace(" ", pair.Item2, StringComparison.Ordinal)}{pair.Item2}") == Identity(pair.Item1)));

    [TestMethod]
    public void Accents_do_not_change_an_identity() => Check.One(
        PropertyCases.Of(Cases),
        Prop.ForAll(
            Written().ToArbitrary(),
            street => Identity(street.Replace('e', '\u00E9').Replace('a', '\u00E1')) == Identity(street)));

    [TestMethod]
    public void The_word_before_a_flat_does_not_change_an_identity() => Check.One(
        PropertyCases.Of(Cases),
        Prop.ForAll(
            (from number in Gen.Elements(Numbers)
             from name in Gen.Elements(Names)
             from flat in Gen.Elements(Flats)
             from marks in Gen.Elements(Marks).Two()
             select (First: $"{number} {name}{marks.Item1}{flat}", Second: $"{number} {name}{marks.Item2}{flat}")).ToArbitrary(),
            pair => Identity(pair.First) == Identity(pair.Second)));

    [TestMethod]
    public void Any_text_has_an_identity_or_none() => Check.One(
        PropertyCases.Of(Cases),
        Prop.ForAll(
            RawTexts.Any,
            raw => !StreetType.Instance.Standardize(raw).IsValid || Identity(raw).Length > 0));

    // "ST. L, ́ MO": an accent that stands alone was a word without a letter.
    [TestMethod]
    public void Words_of_streets_in_any_order_and_with_stray_marks_have_an_identity() => Check.One(
        PropertyCases.Of(Cases),
        Prop.ForAll(
            Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary(),
            raw => !StreetType.Instance.Standardize(raw).IsValid || Identity(raw).Length > 0));

    [TestMethod]
    [DataRow("i5 ")]
    [DataRow("½a ")]
    [DataRow("#1")]
    [DataRow("apt 1, ")]
    [DataRow("box 1 ")]
    [DataRow("cr1,")]
    [DataRow("a")]
    [DataRow("67 ave ")]
    [DataRow("\uD835\uDCD9")]
    public void Longest_texts_have_room(string piece)
    {
        var street = string.Concat(Enumerable.Repeat(piece, 200 / piece.Length));

        Assert.IsGreaterThan(0, StreetType.Instance.Part(street, "identity").Length);
    }

    private static string Identity(string street) => StreetType.Instance.Part(street, "identity");

    private static Gen<string> Written() =>
        from number in Gen.Elements(Numbers)
        from name in Gen.Elements(Names)
        from mark in Gen.Elements(Marks)
        from flat in Gen.Elements(Flats)
        select $"{number} {name}{mark}{flat}";
}
