using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Fields.Names;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Fields.Names;

/// <summary>What holds for names put together from words of all kinds, however they were sent.</summary>
[TestClass]
public sealed class NamePropertiesTests
{
    private static readonly string[] Words =
    [
        "john", "mary-ann", "o'brien", "mcdonald", "macleod", "van", "der", "de", "la", "cruz", "st.", "jr.", "iii", "phd", "tj", "j.", "josé", "müller",
        "dr.", "nguyen", "d'angelo", "li", "x", "test", "mickey", "mouse", "ναύτης", "владимир", "王",
    ];

    private static readonly Arbitrary<string> Names =
        Gen.Elements(Words).NonEmptyListOf().Select(words => string.Join(' ', words.Take(6))).ToArbitrary();

    [TestMethod]
    public void Capitals_and_small_letters_give_the_same_name() => Holds((type, name) =>
        type.Canonical(name.ToUpperInvariant()) == type.Canonical(name));

    [TestMethod]
    public void Spaces_entities_and_typographic_signs_do_not_matter() => Holds((type, name) =>
        type.Canonical($" {name.Replace(" ", "&nbsp; \t", StringComparison.Ordinal).Replace("'", "\u2019", StringComparison.Ordinal).Replace("-", "\u2011", StringComparison.Ordinal)
            .Replace("é", "&eacute;", StringComparison.Ordinal).Replace("ü", "u\u0308", StringComparison.Ordinal)},") == type.Canonical(name));

    [TestMethod]
    public void Letters_are_kept_and_none_is_added() => Holds((type, name) =>
        type.Canonical(name).Replace('ς', 'σ').Equals(name.Replace('ς', 'σ'), StringComparison.OrdinalIgnoreCase));

    [TestMethod]
    public void Parts_of_a_whole_name_stand_in_it_in_some_order_and_leave_only_commas_and_spaces() => Holds((_, name) =>
    {
        var text = NameType.Full.Canonical(name);
        var parts = new[] { "salutation", "first", "middle", "last", "suffix" }.Select(part => NameType.Full.Part(name, part)).Where(part => part != "[missing]").ToArray();
        return parts.All(part => text.Contains(part, StringComparison.Ordinal)) && parts.Sum(Letters) == Letters(text);
    });

    private static int Letters(string text) => text.Count(c => c is not (' ' or ','));

    private static void Holds(Func<NameType, string, bool> property) => Check.One(
        PropertyCases.Of(2000),
        Prop.ForAll(Names, name => property(NameType.First, name) && property(NameType.Last, name) && property(NameType.Full, name)));
}
