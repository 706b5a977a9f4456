using System.Text;
using LeadFilter.Core.Data;
using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Tests.Fields.Lists;

[TestClass]
public sealed class TextSetTests
{
    private static readonly TextSet Set = new(static () => "alpha\nbeta two\ngamma"u8);

    [TestMethod]
    [DataRow("alpha", true)]
    [DataRow("ALPHA", true)]
    [DataRow("beta two", true)]
    [DataRow("Beta Two", true)]
    [DataRow("gamma", true)]
    [DataRow("alph", false)]
    [DataRow("alphaa", false)]
    [DataRow("lpha", false)]
    [DataRow("beta", false)]
    [DataRow("two", false)]
    [DataRow("gamma\n", false)]
    [DataRow("alpha\nbeta two", false)]
    [DataRow("", false)]
    [DataRow("\u0161lpha", false)]
    public void Text_is_found_whole_and_without_case(string text, bool isThere) => Assert.AreEqual(isThere, Set.Contains(text));

    [TestMethod]
    public void Lines_may_end_as_on_Windows()
    {
        var set = new TextSet(static () => "alpha\r\nbeta\r\n"u8);

        Assert.AreEqual((2, true, true), (set.Count, set.Contains("alpha"), set.Contains("beta")));
    }

    [TestMethod]
    public void Empty_list_holds_nothing() => Assert.IsFalse(new TextSet(static () => default).Contains("a"));

    [TestMethod]
    [DataRow(1, 3, 40)]
    [DataRow(2, 12, 400)]
    [DataRow(3, 40, 2_000)]
    [DataRow(4, 250, 300)]
    [DataRow(5, 6, 9_000)]
    public void Lists_of_any_length_hold_what_is_in_them_and_nothing_else(int seed, int longest, int entries)
    {
        // Few letters and shared beginnings, so that many entries look alike.
        var random = new Random(seed);
        string Word() => (random.Next(3) == 0 ? "mail.shared-" : "") + new string(random.GetItems("abc.-"u8.ToArray().Select(letter => (char)letter).ToArray(), random.Next(1, longest)));
        var all = Enumerable.Range(0, entries).Select(_ => Word()).Where(word => word.Length <= 254).ToHashSet();
        var bytes = Encoding.ASCII.GetBytes(string.Join('\n', all.Order(StringComparer.Ordinal)));
        var set = new TextSet(() => bytes);

        Assert.AreEqual(all.Count, set.Count);
        foreach (var word in all.Concat(Enumerable.Range(0, 2_000).Select(_ => Word())))
        {
            Assert.AreEqual(all.Contains(word), set.Contains(word), word);
        }
    }

    [TestMethod]
    public void List_out_of_order_is_refused()
    {
        var bytes = Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Range(0, 500).Select(i => $"entry-{500 - i:000}")));

        Assert.ThrowsExactly<InvalidOperationException>(() => new TextSet(() => bytes).Contains("entry-250"));
    }

    public static IEnumerable<object[]> Lists =>
    [
        ["disposable-domains.txt", 100_000],
        ["free-mail-domains.txt", 7_000],
        ["office-users.txt", 300],
        ["public-suffixes.txt", 9_000],
        ["public-suffix-wildcards.txt", 100],
        ["public-suffix-exceptions.txt", 8],
        ["obscene-words.txt", 250],
        ["figures.txt", 200],
        ["celebrities.txt", 100],
        ["test-first-names.txt", 50],
        ["test-last-names.txt", 50],
        ["placeholder-names.txt", 50],
        ["figure-words.txt", 25],
        ["joke-names.txt", 40],
        ["real-names.txt", 20],
    ];

    [TestMethod]
    [DynamicData(nameof(Lists))]
    public void Every_entry_of_an_embedded_list_is_found_and_none_with_a_letter_more(string name, int least)
    {
        var file = new EmbeddedFile(name);
        var entries = file.ReadLines();
        var set = new TextSet(file.Read);

        Assert.IsGreaterThanOrEqualTo(least, set.Count, name);
        Assert.AreEqual(entries.Length, set.Count, name);
        var all = entries.ToHashSet();
        foreach (var entry in entries.Where((_, i) => entries.Length < 20_000 || i % 50 == 0))
        {
            Assert.IsTrue(set.Contains(entry), entry);
            Assert.AreEqual(all.Contains(entry + "x"), set.Contains(entry + "x"), entry);
            Assert.AreEqual(all.Contains(entry[1..]), set.Contains(entry.AsSpan(1)), entry);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Lists))]
    public void Entries_are_in_order_lower_case_and_ASCII(string name, int least)
    {
        var entries = new EmbeddedFile(name).ReadLines();

        CollectionAssert.AreEqual(entries.Distinct().Order(StringComparer.Ordinal).ToArray(), entries, $"{name}, {least}");
        Assert.IsTrue(
            string.Concat(entries).All(c => c is ' ' or '.' or '-' or '_' || char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)),
            name);
    }
}
