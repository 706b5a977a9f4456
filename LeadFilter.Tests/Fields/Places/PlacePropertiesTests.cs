using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Places.Cities;
using LeadFilter.Core.Fields.Places.Countries;
using LeadFilter.Core.Fields.Places.Postal;
using LeadFilter.Core.Fields.Places.Streets;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Fields.Places;

/// <summary>What holds for places of all regions.</summary>
[TestClass]
public sealed class PlacePropertiesTests
{
    private const int Cases = 2000;
    private static readonly string[] Regions = ["US", "AU", "GB", "CA", "DE", "JP", "IE", "AR", "SA", "BR"];

    private static readonly string[] Codes =
        ["94107", "94107-1234", "02139", "K1A 0B1", "SW1A 1AA", "M1 1AE", "BFPO 57", "GIR 0AA", "AU-2000", "DE-10115", "NL-1012 AB", "JP-100-0001", "US-94107"];

    private static readonly string[] Streets =
        ["123 N Main St Apt 4B", "Flat 2, 10 Downing Street", "3/45 King St", "PO Box 12", "12 1/2 Oak St", "Rue de la Paix 5", "N123W4567 Valley Rd #9", "one main st, rear"];

    private static readonly string[] Cities = ["St. Louis", "ft worth", "N LAS VEGAS", "Coeur d'Alene", "Austin, TX 78701", "Winston-Salem", "Washington D.C.", "o'fallon"];

    [TestMethod]
    public void Canonical_code_is_its_own_canonical_text_in_every_region() => Check.One(
        PropertyCases.Of(Cases),
        Prop.ForAll(
            Gen.Zip(Gen.Elements(Regions), Gen.OneOf(RawTexts.Any.Generator, Edited(Codes))).ToArbitrary(),
            pair => IsStable(PostalCodeType.For(pair.Item1), pair.Item2) && IsStable(StateType.For(pair.Item1), pair.Item2)));

    [TestMethod]
    public void Canonical_street_and_city_are_their_own_canonical_text() => Check.One(
        PropertyCases.Of(Cases),
        Prop.ForAll(
            Gen.OneOf(Edited(Streets), Edited(Cities)).ToArbitrary(),
            raw => IsStable(StreetType.Instance, raw) && IsStable(CityType.Instance, raw) && IsStable(CountryType.Instance, raw)));

    [TestMethod]
    public void Spaces_and_case_do_not_change_a_place() => Check.One(
        PropertyCases.Of(Cases),
        Prop.ForAll(
            Gen.Zip(Gen.Elements(Streets.Concat(Cities).ToArray()), Gen.Elements("  ", "\t", " \u00A0")).ToArbitrary(),
            pair =>
            {
                var noisy = $" {pair.Item1.Replace(" ", pair.Item2, StringComparison.Ordinal)}{pair.Item2}";
                return SameIn(StreetType.Instance, pair.Item1, noisy) && SameIn(CityType.Instance, pair.Item1, noisy)
                    && SameIn(StreetType.Instance, pair.Item1.ToUpperInvariant(), pair.Item1.ToLowerInvariant())
                    && SameIn(CityType.Instance, pair.Item1.ToUpperInvariant(), pair.Item1.ToLowerInvariant());
            }));

    [TestMethod]
    public void Spaces_within_letters_and_digits_do_not_change_a_British_or_Canadian_code() => Check.One(
        PropertyCases.Of(Cases),
        Prop.ForAll(
            (from code in Gen.Elements("K1A 0B1", "SW1A 1AA", "M1 1AE", "EC1A 1BB")
             from noise in Gen.Elements("", " ", "-", "  ").ArrayOf(code.Length)
             select (code, raw: string.Concat(code.Zip(noise, (c, separator) => c + separator)))).ToArbitrary(),
            pair => PostalCodeType.Instance.Canonical(pair.raw) == pair.code && PostalCodeType.Instance.Canonical(pair.raw.ToLowerInvariant()) == pair.code));

    [TestMethod]
    public void Parts_of_a_street_stand_in_it_in_their_order_and_hold_all_its_words() => Check.One(
        PropertyCases.Of(Cases),
        Prop.ForAll(
            Edited(Streets).ToArbitrary(),
            raw =>
            {
                var value = StreetType.Instance.Standardize(raw);
                var split = StreetSplit.Of(value.Text);
                Range[] stretches =
                    [split.Number, split.Name, split.Before, split.LeadingUnit, split.MiddleUnit, split.Unit, split.Town];
                var words = Letters(value.TextString) - stretches.Sum(stretch => Letters(value.Text[stretch].ToString()));

                // No of No 5, and Box, stand in no part.
                return split.IsBox || words is 0 or 2 or 3;
            }));

    [TestMethod]
    public void Every_Australian_code_in_use_has_one_state_or_none_alone()
    {
        var known = Enumerable.Range(0, 10_000).Where(AustralianCodes.IsInUse).ToArray();
        Assert.HasCount(9300, known);
        Assert.AreEqual(AustralianCodes.WithoutState.Split(' ').Length, known.Count(code => AustralianCodes.StateOf(code) < 0));
    }

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);

    private static bool SameIn(FieldType type, string one, string other) => type.Canonical(one).Equals(type.Canonical(other), StringComparison.OrdinalIgnoreCase);

    private static bool IsStable(FieldType type, string raw)
    {
        var value = type.Standardize(raw);
        if (!value.IsValid)
        {
            return value.Validity is Validity.Blank or Validity.Invalid;
        }

        var text = type.CanonicalText(in value);
        var again = type.Standardize(text);
        return again.IsValid && type.CanonicalText(in again) == text && type.Parts.All(part =>
        {
            var (one, other) = (part.Read(in value, Reading.ReceivedAt), part.Read(in again, Reading.ReceivedAt));
            return one.Validity == other.Validity && one.TextString == other.TextString && one.Number.Equals(other.Number);
        });
    }

    private static Gen<string> Edited(string[] seeds) =>
        from seed in Gen.Elements(seeds)
        from edits in Gen.Zip(Gen.Choose(0, 299), Gen.Elements(" \t,.-#/'PObox1a9éßstu\u0308\u00A0&();".ToCharArray())).ListOf()
        select edits.Take(6).Aggregate(seed, (text, edit) => (edit.Item1 % 2) switch
        {
            0 => text.Insert(edit.Item1 / 2 % (text.Length + 1), edit.Item2.ToString()),
            _ when text.Length > 0 => text.Remove(edit.Item1 / 2 % text.Length, 1),
            _ => text,
        });
}
