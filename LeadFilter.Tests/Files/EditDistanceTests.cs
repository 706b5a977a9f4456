using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Files;
using LeadFilter.Tests.PropertyBased;
using LeadFilter.Tests.Rules;

namespace LeadFilter.Tests.Files;

[TestClass]
public sealed class EditDistanceTests
{
    [TestMethod]
    [DataRow("gmail.com", "gmail.com", 3, 0)]
    [DataRow("gmail.com", "GMAIL.COM", 3, 0)]
    [DataRow("gmail.com", "gmial.com", 3, 1)]
    [DataRow("gmail.com", "gmai.com", 3, 1)]
    [DataRow("gmail.com", "gmaill.com", 3, 1)]
    [DataRow("gmail.com", "hotmail.com", 3, 3)]
    [DataRow("gmail.com", "yahoo.com", 3, 4)]
    [DataRow("", "abc", 3, 3)]
    [DataRow("", "abcd", 3, 4)]
    [DataRow("ca", "abc", 3, 3)]
    public void Edits_are_counted_up_to_the_limit(string from, string to, int limit, int edits)
    {
        Assert.AreEqual(edits, EditDistance.UpTo(limit, from, to));
        Assert.AreEqual(edits, EditDistance.UpTo(limit, to, from));
    }

    [TestMethod]
    public void It_agrees_with_the_whole_table() => Check.One(
        PropertyCases.Of(5000),
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var (from, to, limit) = (Word(random), Word(random), random.Next(0, 12));
            return EditDistance.UpTo(limit, from, to) == Math.Min(NaiveDistance.Between(from, to), limit + 1);
        }));

    [TestMethod]
    public void Nothing_is_allocated()
    {
        var from = new string('a', 2000);
        var to = new string('a', 1998) + "bb";
        Assert.AreEqual(2, EditDistance.UpTo(3, from, to));
        var before = GC.GetAllocatedBytesForCurrentThread();
        EditDistance.UpTo(3, from, to);
        Assert.AreEqual(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => (char)('A' + random.Next(3)))]);
}
