using System.Text;
using LeadFilter.Http.Rows;

namespace LeadFilter.Tests.Http.Rows;

[TestClass]
public sealed class Utf8InputTests
{
    private const string Text = "first_name\nRenée 😀\n李\n";

    [TestMethod]
    [DataRow("utf-8")]
    [DataRow("utf-16")]
    [DataRow("utf-16BE")]
    [DataRow("utf-32")]
    [DataRow("utf-32BE")]
    public async Task A_file_with_a_byte_order_mark_is_read_in_its_encoding_whatever_a_read_gives(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
        foreach (var size in (int[])[1, 2, 3, 5, 1000])
        {
            var (text, hasMark) = await ReadAsync(file, size);
            Assert.AreEqual(Text, text, $"{size} bytes a read");
            Assert.IsTrue(hasMark);
        }
    }

    [TestMethod]
    public async Task A_file_without_a_mark_is_read_as_it_stands()
    {
        byte[] file = [0x81, 0xFD, (byte)'a'];
        using var stream = new MemoryStream(file);
        var input = new Utf8Input(stream);
        var target = new byte[Utf8Input.MinRoom];

        Assert.AreEqual(3, await input.ReadAsync(target, CancellationToken.None));
        CollectionAssert.AreEqual(file, target[..3]);
        Assert.IsFalse(input.HasMark);
    }

    [TestMethod]
    [DataRow("utf-16")]
    [DataRow("utf-16BE")]
    public async Task UTF16_without_a_mark_is_known_by_its_first_characters(string name)
    {
        foreach (var size in (int[])[1, 2, 3, 1000])
        {
            var (text, hasMark) = await ReadAsync(Encoding.GetEncoding(name).GetBytes(Text), size);
            Assert.AreEqual(Text, text, $"{size} bytes a read");
            Assert.IsFalse(hasMark);
        }
    }

    [TestMethod]
    public async Task What_cannot_be_decoded_is_not_UTF8_so_that_its_row_is_named()
    {
        byte[] file = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a\nRen"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("x\nb\n")];
        using var stream = new MemoryStream(file);
        var lines = new List<string>();
        await foreach (var row in new RowFile(stream, FileForm.Lines).ReadAsync(CancellationToken.None))
        {
            lines.Add(row.Problem ?? row.Cells[0].Value);
        }

        CollectionAssert.AreEqual((string[])["a", CsvRow.NotUtf8, "b"], lines);
    }

    [TestMethod]
    public async Task Windows1252_is_decoded_whatever_a_read_gives()
    {
        byte[] file = [.. "Ren"u8, 0xE9, .. " Mu"u8, 0xF1, .. "oz, "u8, 0x80, .. "5\n"u8];
        foreach (var size in (int[])[1, 2, 3, 1000])
        {
            Assert.AreEqual("René Muñoz, €5\n", (await ReadAsync(file, size)).Text, $"{size} bytes a read");
        }
    }

    [TestMethod]
    public async Task Much_text_of_Windows1252_fits_the_room_that_a_reader_must_offer()
    {
        var file = new List<byte>();
        for (var count = 0; count < 50_000; count++)
        {
            file.AddRange([0x80, (byte)' ']);
        }

        Assert.AreEqual(string.Concat(Enumerable.Repeat("€ ", 50_000)), (await ReadAsync([.. file], int.MaxValue)).Text);
    }

    [TestMethod]
    public async Task Much_text_of_UTF16_fits_the_room_that_a_reader_must_offer()
    {
        var text = new string('李', 50_000);
        Assert.AreEqual(text, (await ReadAsync([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)], int.MaxValue)).Text);
    }

    [TestMethod]
    public async Task What_is_typed_is_not_held_back_to_look_for_a_mark()
    {
        var typed = new System.IO.Pipelines.Pipe();
        await typed.Writer.WriteAsync("7\n"u8.ToArray());
        var read = new Utf8Input(typed.Reader.AsStream()).ReadAsync(new byte[Utf8Input.MinRoom], CancellationToken.None);

        Assert.AreEqual(2, await read.AsTask().WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private static async Task<(string Text, bool HasMark)> ReadAsync(byte[] file, int size)
    {
        using var stream = new PiecewiseStream(file, size);
        var input = new Utf8Input(stream);
        var read = new MemoryStream();
        var target = new byte[Utf8Input.MinRoom];
        while (await input.ReadAsync(target, CancellationToken.None) is > 0 and var count)
        {
            read.Write(target, 0, count);
        }

        return (Encoding.UTF8.GetString(read.ToArray()), input.HasMark);
    }
}
