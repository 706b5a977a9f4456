namespace LeadFilter.Tests.Fields.Phones;

/// <summary>The phone type gives the answers of google-libphonenumber, from which its numbering plans are.</summary>
[TestClass]
public sealed class LibphonenumberTests
{
    private const int MinCases = 3000;

    [TestMethod]
    public void It_agrees_on_every_case_of_the_corpus()
    {
        Assert.IsGreaterThan(MinCases, PhoneCase.Corpus.Count);
        Assert.AreEqual("", string.Join('\n', PhoneCase.Corpus.Select(static phone => phone.Difference()).OfType<string>().Take(30)));
    }
}
