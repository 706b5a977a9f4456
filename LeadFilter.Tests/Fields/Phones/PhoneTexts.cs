using System.Text;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Fields.Phones.Plans;
using PhoneNumbers;

namespace LeadFilter.Tests.Fields.Phones;

/// <summary>
/// Telephone numbers of all regions in turn, as people and programs write them: a half are numbers of each type whose last digits are
/// drawn, in one of the usual formats; a half are texts of the corpus, with all their noise, some of whose characters are changed.
/// </summary>
internal static class PhoneTexts
{
    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();
    private static readonly string[] Regions = [.. PlanArchive.RegionCodes.Where(PhoneType.IsRegion)];

    /// <summary>Draws texts.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed gives the same texts.</param>
    public static IEnumerable<(string Region, string Raw)> Draw(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var region = Regions[i % Regions.Length];
            yield return (region, i / Regions.Length % 2 == 0
                ? Formatted(region, random)
                : Changed(PhoneCase.Corpus[random.Next(PhoneCase.Corpus.Count)].Raw, random));
        }
    }

    private static string Formatted(string region, Random random)
    {
        var types = Library.GetSupportedTypesForRegion(region).Order().ToArray();
        var example = Library.GetExampleNumberForType(region, types[random.Next(types.Length)]) ?? Library.GetExampleNumber(region);
        var national = new StringBuilder(Library.GetNationalSignificantNumber(example));
        for (var drawn = random.Next(national.Length + 1); drawn > 0; drawn--)
        {
            national[^drawn] = Digit(random);
        }

        return Library.Parse($"+{example.CountryCode}{national}", null) is var number && random.Next(4) > 0
            ? Library.Format(number, (PhoneNumberFormat)random.Next(4))
            : national.ToString();
    }

    private static string Changed(string raw, Random random)
    {
        var text = new StringBuilder(raw);
        for (var changes = random.Next(1, 5); changes > 0 && text.Length > 0; changes--)
        {
            var at = random.Next(text.Length);
            if (char.IsAsciiDigit(text[at]))
            {
                text[at] = Digit(random);
            }
            else if (random.Next(8) == 0)
            {
                text.Remove(at, 1);
            }
        }

        return text.ToString();
    }

    private static char Digit(Random random) => (char)('0' + random.Next(10));
}
