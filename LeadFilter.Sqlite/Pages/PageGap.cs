using System.Buffers.Binary;

namespace LeadFilter.Sqlite.Pages;

/// <summary>
/// The part of a page of SQLite's trees that nothing uses. SQLite overwrites what is deleted (<c>secure_delete</c>), but when it moves
/// rows to other pages, it leaves copies of them in this part. For the layout see https://www.sqlite.org/fileformat.html#b_tree_pages.
/// </summary>
internal static class PageGap
{
    private const int LeafHeader = 8;
    private const int InnerHeader = 12;
    private const int RowCountAt = 3;
    private const int RowsStartAt = 5;

    /// <summary>Finds the part; empty if the page is not one of a tree.</summary>
    /// <param name="page">A whole page, not the first one of its file.</param>
    public static Range Find(ReadOnlySpan<byte> page)
    {
        // The first byte of a page that is not of a tree belongs to the number of another page, and is 0 in files of up to 64 GB.
        var header = page[0] switch
        {
            10 or 13 => LeafHeader,
            2 or 5 => InnerHeader,
            _ => 0,
        };
        if (header == 0)
        {
            return default;
        }

        var start = header + (2 * BinaryPrimitives.ReadUInt16BigEndian(page[RowCountAt..]));
        int end = BinaryPrimitives.ReadUInt16BigEndian(page[RowsStartAt..]);
        return start < end && end <= page.Length ? start..end : default;
    }
}
