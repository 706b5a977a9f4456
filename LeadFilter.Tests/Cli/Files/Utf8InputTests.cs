using System.Text;
using LeadFilter.Cli.Files;

namespace LeadFilter.Tests.Cli.Files;

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
        byte[] file = [0xFF, 0xFD, (byte)'a'];
        using var stream = new MemoryStream(file);
        var input = new Utf8Input(stream);
        var target = new byte[Utf8Input.MinRoom];

        Assert.AreEqual(3, await input.ReadAsync(target, CancellationToken.None));
        CollectionAssert.AreEqual(file, target[..3]);
        Assert.IsFalse(input.HasMark);
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
