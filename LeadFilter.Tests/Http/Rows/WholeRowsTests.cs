using System.Text;
using LeadFilter.Http.Rows;

namespace LeadFilter.Tests.Http.Rows;

[TestClass]
public sealed class WholeRowsTests
{
    [TestMethod]
    public async Task A_line_is_told_before_more_is_waited_for()
    {
        var typed = new System.IO.Pipelines.Pipe();
        await typed.Writer.WriteAsync("one\ntw"u8.ToArray());
        var rows = new WholeRows(typed.Reader.AsStream());

        var piece = await rows.ReadAsync(LineEnds.Instance, CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.AreEqual("one\n", Encoding.UTF8.GetString(piece[0].Span));
        Assert.AreEqual(1, piece.Count);
    }

    [TestMethod]
    public async Task Rows_that_were_handed_out_stay_as_they_are()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(at => $"line {at}\n"));
        var rows = new WholeRows(new PiecewiseStream(Encoding.UTF8.GetBytes(text), 700));
        var pieces = new List<RowPiece>();
        while (await rows.ReadAsync(LineEnds.Instance, CancellationToken.None) is { Count: > 0 } piece)
        {
            Assert.AreEqual(pieces.Sum(before => before.Count) + 1, piece.FirstRow);
            pieces.Add(piece);
        }

        Assert.AreEqual(text, string.Concat(pieces.Select(piece => Encoding.UTF8.GetString(piece.Bytes.Span))));
    }

    [TestMethod]
    [DataRow(WholeRows.MaxRow, true)]
    [DataRow(WholeRows.MaxRow + 1, false)]
    public async Task A_row_of_one_MB_is_read_and_a_longer_one_is_not_however_it_comes(int length, bool isRead)
    {
        foreach (var size in (int[])[100_000, int.MaxValue])
        {
            var rows = new WholeRows(new PiecewiseStream(Encoding.UTF8.GetBytes($"a\n{new string('x', length - 1)}\nb\n"), size));
            Assert.AreEqual(isRead ? 3 : 1, await CountAsync(rows), $"{size} bytes a read");
            Assert.AreEqual(!isRead, rows.IsTooLong);
        }
    }

    private static async Task<int> CountAsync(WholeRows rows)
    {
        var count = 0;
        while (await rows.ReadAsync(LineEnds.Instance, CancellationToken.None) is { Count: > 0 } piece)
        {
            count += piece.Count;
        }

        return count;
    }
}
