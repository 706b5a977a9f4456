using LeadFilter.Sqlite.Pages;

namespace LeadFilter.Tests.Sqlite;

/// <summary>What nothing uses of a page, after https://www.sqlite.org/fileformat.html.</summary>
[TestClass]
public sealed class PageGapTests
{
    [TestMethod]
    [DataRow(13, 8)]
    [DataRow(10, 8)]
    [DataRow(5, 12)]
    [DataRow(2, 12)]
    public void It_lies_between_the_places_of_the_rows_and_the_rows(int kind, int header)
    {
        Assert.AreEqual((header + 4)..4000, PageGap.Find(Page(kind, rows: 2, start: 4000)));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(255)]
    public void A_page_that_is_not_of_a_tree_has_none(int kind) => Assert.AreEqual(default, PageGap.Find(Page(kind, rows: 2, start: 4000)));

    [TestMethod]
    public void A_full_page_has_none() => Assert.AreEqual(default, PageGap.Find(Page(13, rows: 100, start: 208)));

    [TestMethod]
    public void A_page_that_makes_no_sense_has_none()
    {
        Assert.AreEqual(default, PageGap.Find(Page(13, rows: 2, start: 4097)));
        Assert.AreEqual(default, PageGap.Find(Page(13, rows: 60_000, start: 4000)));
    }

    private static byte[] Page(int kind, int rows, int start)
    {
        var page = new byte[4096];
        page[0] = (byte)kind;
        (page[3], page[4]) = ((byte)(rows >> 8), (byte)rows);
        (page[5], page[6]) = ((byte)(start >> 8), (byte)start);
        return page;
    }
}
