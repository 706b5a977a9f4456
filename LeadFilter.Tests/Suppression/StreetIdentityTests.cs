using LeadFilter.Core.Fields.Places.Streets;
using LeadFilter.Core.Suppression;
using LeadFilter.Tests.Fields;

namespace LeadFilter.Tests.Suppression;

/// <summary>Duplicates and suppression lists know a street by the same text.</summary>
[TestClass]
public sealed class StreetIdentityTests
{
    private static IEnumerable<string> Abbreviated => StreetWords.Abbreviations.Keys.Concat(StreetWords.Abbreviations.Values).Distinct();

    [TestMethod]
    public void Every_abbreviation_is_the_same_word_for_duplicates()
    {
        foreach (var (word, abbreviation) in StreetWords.Abbreviations)
        {
            Assert.AreEqual(OfDuplicates($"12 Elm {abbreviation} 4"), OfDuplicates($"12 Elm {word} 4"), word);
        }
    }

    [TestMethod]
    public void Every_abbreviation_is_the_same_word_for_suppression_lists()
    {
        foreach (var (word, abbreviation) in StreetWords.Abbreviations)
        {
            Assert.AreEqual(OfSuppression($"12 Elm {abbreviation} 4"), OfSuppression($"12 Elm {word} 4"), word);
        }
    }

    [TestMethod]
    public void Duplicates_and_suppression_lists_agree_on_every_word()
    {
        foreach (var word in Abbreviated)
        {
            Assert.AreEqual(OfDuplicates($"12 {word} Rd"), OfSuppression($"12 {word} Rd"), word);
        }
    }

    [TestMethod]
    [DataRow("12 Elm St Apt 4")]
    [DataRow("12 Elm St Apt4")]
    [DataRow("12 Elm St, 4")]
    [DataRow("12 Elm St apt#4")]
    [DataRow("12 Elm St - 4")]
    [DataRow("Unit 4, 12 Elm St")]
    [DataRow("12 Elm St Apt")]
    [DataRow("P.O. Box 12")]
    [DataRow("Post Office Box 12")]
    [DataRow("12-1/2 N.W. St.Charles Ctr.")]
    [DataRow("10 Rue de l\u2019E\u0301glise")]
    [DataRow("Hauptstra\u00dfe 5")]
    [DataRow("310 E Flat Creek Rd")]
    public void Duplicates_and_suppression_lists_agree_on_every_spelling(string street) =>
        Assert.AreEqual(OfDuplicates(street), OfSuppression(street));

    [TestMethod]
    [DataRow("100 Medical Center Dr", "100 medical center dr|85004")]
    [DataRow("12 Elm St Apt4", "12 elm st apt4|85004")]
    [DataRow("Unit 4, 12 Elm St", "4 12 elm st|85004")]
    [DataRow("12 Elm St Flat 4", "12 elm st flat 4|85004")]
    [DataRow("123 N. Main Street, Apt. #4", null)]
    public void Text_of_entries_that_were_stored_before_is_known_where_it_was_another(string street, string? former)
    {
        Assert.IsTrue(SuppressionIdentity.TryRead(SuppressionKind.Address, street + ", 85004", out var identity, out _));

        Assert.AreEqual(former, identity.Former);
    }

    private static string OfDuplicates(string street) => StreetType.Instance.Part(street, "identity");

    private static string OfSuppression(string street) =>
        SuppressionIdentity.TryRead(SuppressionKind.Address, street + ", 85004", out var identity, out var why)
            ? identity.Text[..^"|85004".Length]
            : why;
}
