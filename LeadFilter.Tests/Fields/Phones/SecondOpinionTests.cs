using System.Globalization;
using PhoneNumbers;

namespace LeadFilter.Tests.Fields.Phones;

/// <summary>
/// The phone type agrees with libphonenumber-csharp, a port of Google's libphonenumber, on numbers that nobody has chosen. What is left are
/// numbering plans that changed between the months of both packages' data.
/// </summary>
[TestClass]
public sealed class SecondOpinionTests
{
    private const string CasesSetting = "LEADFILTER_PHONE_CASES";
    private const string SeedSetting = "LEADFILTER_PHONE_SEED";
    private const int DefaultCases = 5_000;
    private const double MinAgreement = 0.999;

    // Texts that the port reads in another way than google-libphonenumber, from which the plans and the corpus are. Ours reads them as
    // that does.
    private static readonly (string Reason, Func<string, bool> Holds)[] KnownDifferences =
    [
        ("a letter that is not English: the port refuses the number, ours reads what stands before it",
            static raw => raw.Any(IsOtherLetter)),
        ("a second plus sign: the port does not look for the prefix of calls abroad behind it",
            static raw => raw.Count(static c => c is '+' or '\uFF0B') > 1),
    ];

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void It_agrees_on_999_of_1000_random_numbers()
    {
        var (cases, seed) = (Number(CasesSetting) ?? DefaultCases, Number(SeedSetting) ?? 1);
        var differences = PhoneTexts.Draw(cases, seed)
            .Select(static text => Ask(text.Region, text.Raw))
            .Select(static answer => (Reason: ReasonOf(answer), Difference: answer.Difference()))
            .Where(static text => text.Difference is not null)
            .ToLookup(static text => text.Reason, static text => text.Difference!);

        var (agreement, whole) = (Share(differences[""].Count()), Share(differences.Sum(static those => those.Count())));
        TestContext.WriteLine($"{cases} numbers, seed {seed}: {whole:P4} agreement, {agreement:P4} without the known differences");
        foreach (var those in differences)
        {
            TestContext.WriteLine($"{those.Count()} times {(those.Key.Length == 0 ? "numbering plans of another month" : those.Key)}");
        }

        Assert.IsGreaterThanOrEqualTo(MinAgreement, agreement, string.Join('\n', differences[""].Take(30)));

        double Share(int different) => 1 - ((double)different / cases);
    }

    [TestMethod]
    [DataRow("GB", "+252724476868\u00E9", 0)]
    [DataRow("BL", "++00264672444760", 1)]
    public void Known_difference_is_one_still(string region, string raw, int known)
    {
        Assert.AreEqual(KnownDifferences[known].Reason, Array.Find(KnownDifferences, difference => difference.Holds(raw)).Reason);
        Assert.IsNotNull(Ask(region, raw).Difference());
    }

    private static string ReasonOf(PhoneCase answer) =>
        Array.Find(KnownDifferences, known => known.Holds(answer.Raw)).Reason ?? answer.WhyItMayDiffer(Ask) ?? "";

    private static bool IsOtherLetter(char c) => char.IsLetter(c) && !char.IsAsciiLetter(c);

    /// <summary>The library's answer.</summary>
    internal static PhoneCase Ask(string region, string raw)
    {
        try
        {
            var number = Library.Parse(raw, region);
            if (Library.IsValidNumber(number))
            {
                return new(
                    region,
                    raw,
                    Library.Format(number, PhoneNumberFormat.E164),
                    Library.GetNumberType(number).ToString(),
                    Library.GetRegionCodeForNumber(number),
                    PhoneCase.WesternDigits(number.Extension));
            }
        }
        catch (NumberParseException)
        {
            // What the library cannot read is invalid.
        }

        return new(region, raw, "-", "", "", "");
    }

    private static int? Number(string setting) =>
        int.TryParse(Environment.GetEnvironmentVariable(setting), CultureInfo.InvariantCulture, out var number) ? number : null;
}
