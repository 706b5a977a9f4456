using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Fields.Texts;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Fields.Catalogue;

/// <summary>What holds for each type and any text.</summary>
[TestClass]
public sealed class EveryTypeTests
{
    private const int Cases = 1500;

    private static readonly (string Type, string Part)[] BesideTheCanonicalText =
        [("phone", "extension"), ("money", "currency"), ("ssn", "area"), ("ssn", "itin"), ("ssn", "masked"), ("ssn", "identity")];

    public static IEnumerable<object[]> Types => FieldTypes.All.Select(type => new object[] { type.Name });

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void Any_text_is_blank_invalid_or_valid_and_nothing_throws(string name) => Holds(name, (type, raw) =>
    {
        var value = type.Standardize(raw);
        return (type.HidesRaw || ReferenceEquals(value.Raw, raw))
            && value.Validity != Validity.Missing
            && (value.Validity == Validity.Blank || !string.IsNullOrWhiteSpace(raw))
            && (value.Validity != Validity.Blank || PlainText.Of(raw).AsSpan().IsWhiteSpace())
            && (value.Validity == Validity.Invalid) == (value.Why is not null);
    });

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void Parts_of_a_valid_value_are_missing_or_valid(string name) => Holds(name, (type, raw) =>
    {
        var value = type.Standardize(raw);
        return !value.IsValid || type.Parts.All(part =>
        {
            var read = part.Read(in value, Reading.ReceivedAt);
            return read.Validity is Validity.Missing || (read.IsValid && part.Type.CanonicalText(in read) is not null);
        });
    });

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void Canonical_text_is_its_own_canonical_text(string name) => Holds(name, (type, raw) =>
    {
        var value = type.Standardize(raw);
        return !value.IsValid || type.Canonical(type.CanonicalText(in value)) == type.CanonicalText(in value);
    });

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void Parts_of_the_canonical_text_are_those_of_the_value(string name) => Holds(name, (type, raw) =>
    {
        var value = type.Standardize(raw);
        if (!value.IsValid)
        {
            return true;
        }

        var again = type.Standardize(type.CanonicalText(in value));
        return type.Parts.Where(part => !BesideTheCanonicalText.Contains((name, part.Name))).All(part =>
        {
            var (first, second) = (part.Read(in value, Reading.ReceivedAt), part.Read(in again, Reading.ReceivedAt));
            return first.Validity == second.Validity && first.Number.Equals(second.Number) && first.TextString == second.TextString;
        });
    });

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void Same_text_gives_the_same_value(string name) => Holds(name, (type, raw) => type.Canonical(raw) == type.Canonical(new string(raw)));

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void White_space_around_the_text_does_not_matter(string name) =>
        Holds(name, (type, raw) => type.Canonical(raw) == type.Canonical($" \t\r\n{raw}\u00A0 "));

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void Two_spaces_are_read_as_one(string name)
    {
        // In a web address, each space is one of its own.
        if (name == "url")
        {
            return;
        }

        var type = Find(name);
        foreach (var raw in RawTexts.Realistic.Where(raw => raw.Contains(' ', StringComparison.Ordinal)))
        {
            Assert.AreEqual(type.Canonical(raw), type.Canonical(raw.Replace(" ", "  ", StringComparison.Ordinal)), raw);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void Other_forms_of_the_characters_do_not_change_the_value(string name)
    {
        // A phone number is what libphonenumber reads; in the path of a web address, other forms are other characters.
        if (name is "phone" or "url")
        {
            return;
        }

        var type = Find(name);
        Check.One(
            PropertyCases.Of(Cases),
            Prop.ForAll(Gen.Elements(RawTexts.Realistic).ToArbitrary(), Noise.Any, (raw, noise) => type.Canonical(noise(raw)) == type.Canonical(raw)));
    }

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void A_reason_never_holds_the_value(string name)
    {
        var type = Find(name);

        Assert.IsFalse(type.Standardize("zq77@zq77 zq77").Why?.Contains("zq77", StringComparison.Ordinal) ?? false);
    }

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void Long_texts_of_any_one_pattern_take_linear_time(string name)
    {
        var type = Find(name);
        string[] patterns = ["a", "1", "1,", ".", ":", "::", "@", "a@", "a.", "[", "<", " a", "\0", "\uD800", "é", "1 ", "https://", "+", "-", "%", "x", "Jan ", "("];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var pattern in patterns)
        {
            var text = string.Concat(Enumerable.Repeat(pattern, 65_536 / pattern.Length));
            Assert.AreNotEqual(Validity.Missing, type.Standardize(text).Validity);
            Assert.AreNotEqual(Validity.Missing, type.Standardize("4155550132" + text).Validity);
            Assert.AreNotEqual(Validity.Missing, type.Standardize("https://a.com/" + text + "@").Validity);
        }

        // 69 texts of 64 KB: some milliseconds; a quadratic step would take minutes.
        Assert.IsLessThan(TimeSpan.FromSeconds(30), clock.Elapsed);
    }

    private static FieldType Find(string name) => FieldTypes.TryFind(name, out var type) ? type : throw new AssertFailedException($"No type '{name}'.");

    private static void Holds(string name, Func<FieldType, string, bool> property)
    {
        var type = Find(name);
        Check.One(PropertyCases.Of(Cases), Prop.ForAll(RawTexts.Any, raw => property(type, raw)));
    }
}
