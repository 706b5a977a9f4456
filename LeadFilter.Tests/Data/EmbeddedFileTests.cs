using System.Text;
using LeadFilter.Core.Data;

namespace LeadFilter.Tests.Data;

[TestClass]
public sealed class EmbeddedFileTests
{
    [TestMethod]
    public void File_is_read_byte_by_byte() =>
        Assert.AreEqual(
            "city.kawasaki.jp\ncity.kitakyushu.jp\ncity.kobe.jp\n"
            + "city.nagoya.jp\ncity.sapporo.jp\ncity.sendai.jp\ncity.yokohama.jp\nwww.ck\n",
            Encoding.ASCII.GetString(new EmbeddedFile("public-suffix-exceptions.txt").Read()));

    [TestMethod]
    public void File_is_the_same_memory_however_often_it_is_opened() =>
        Assert.IsTrue(new EmbeddedFile("disposable-domains.txt").Read() == new EmbeddedFile("disposable-domains.txt").Read());

    [TestMethod]
    public void Reading_a_file_allocates_nothing()
    {
        var file = new EmbeddedFile("numbering-plans.bin");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var last = file.Read()[^1];

        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before, $"{last}");
    }

    [TestMethod]
    public void Missing_file_is_named()
    {
        var exception = Assert.ThrowsExactly<InvalidOperationException>(static () => new EmbeddedFile("nobody.txt"));

        StringAssert.Contains(exception.Message, "nobody.txt", StringComparison.Ordinal);
    }
}
