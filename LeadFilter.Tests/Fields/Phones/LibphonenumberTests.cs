using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Fields.Phones;

/// <summary>The phone type gives the answers of google-libphonenumber, whose numbering plans it has, as tools/refresh-phones.mjs has noted them.</summary>
[TestClass]
public sealed class LibphonenumberTests
{
    private const int LeastCases = 3000;

    [TestMethod]
    public void It_agrees_on_every_case_of_the_corpus()
    {
        var cases = File.ReadAllLines(Path.Combine(SampleFiles.Root, "LeadFilter.Tests", "Fields", "Phones", "corpus.tsv")).Select(PhoneCase.Parse).ToList();
        Assert.IsGreaterThan(LeastCases, cases.Count);
        Assert.AreEqual("", string.Join('\n', cases.Select(static phone => phone.Difference()).OfType<string>().Take(30)));
    }
}
