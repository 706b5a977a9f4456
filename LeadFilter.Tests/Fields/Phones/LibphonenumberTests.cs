namespace LeadFilter.Tests.Fields.Phones;

/// <summary>
/// The phone type gives the answers of google-libphonenumber, from which its numbering plans are, except where it means to differ.
/// </summary>
[TestClass]
public sealed class LibphonenumberTests
{
    private const int MinCases = 3000;

    // Many texts of the corpus are noise: signs and letters at random.
    private const double MaxDifferent = 0.06;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void It_agrees_on_every_case_of_the_corpus_or_has_a_reason()
    {
        var different = PhoneCase.Corpus.Where(static phone => phone.Difference() is not null)
            .ToLookup(static phone => phone.WhyItMayDiffer(SecondOpinionTests.Ask));
        foreach (var those in different)
        {
            TestContext.WriteLine($"{those.Count()} times {those.Key}");
        }

        Assert.IsGreaterThan(MinCases, PhoneCase.Corpus.Count);
        Assert.AreEqual("", string.Join('\n', different[null].Select(static phone => phone.Difference()).Take(30)));
        Assert.IsLessThan(MaxDifferent * PhoneCase.Corpus.Count, different.Sum(static those => those.Count()));
    }
}
