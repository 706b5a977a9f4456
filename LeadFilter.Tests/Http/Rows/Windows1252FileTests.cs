using System.Text;
using LeadFilter.Http.Rows;

namespace LeadFilter.Tests.Http.Rows;

/// <summary>Another encoding that is taken for Windows-1252 puts other people on a list.</summary>
[TestClass]
public sealed class Windows1252FileTests
{
    [TestMethod]
    [DataRow("34 Calle Señor, San José")]
    [DataRow("MUÑOZ, Élan, Ängström, Œuvre, Zoë’s “café” – 5 € …")]
    [DataRow("Acme® and Co™, 20 °C, 2×4, 1ª, m²")]
    [DataRow("Žižek, Šárka")]
    public async Task What_people_write_in_Windows1252_is_known(string text) => Assert.IsTrue(await IsCertainAsync(text, "windows-1252"));

    [TestMethod]
    [DataRow("San José, Ann", "utf-8")]
    [DataRow("Ann Lee", "us-ascii")]
    [DataRow("Аня, Иванов", "windows-1251")]
    [DataRow("Ивановы", "koi8-r")]
    [DataRow("Γιώργος", "windows-1253")]
    [DataRow("山田太郎", "shift_jis")]
    [DataRow("王小明", "gb18030")]
    [DataRow("San José", "macintosh")]
    [DataRow("Muñoz", "macintosh")]
    [DataRow("Müller", "macintosh")]
    [DataRow("San José", "ibm437")]
    [DataRow("Muñoz", "ibm850")]
    [DataRow("Paweł", "iso-8859-2")]
    [DataRow("San José", "utf-16")]
    public async Task Another_encoding_is_not_taken_for_it(string text, string encoding) =>
        Assert.IsFalse(await IsCertainAsync(text, encoding));

    [TestMethod]
    [DataRow(new byte[] { 0x4A, 0xE9, 0x81 }, DisplayName = "a byte that stands for nothing")]
    [DataRow(new byte[] { 0x4A, 0xE9, 0x00 }, DisplayName = "a control character")]
    [DataRow(new byte[] { 0x4A, 0xE9, 0x20, 0x4A, 0xC3, 0xA9 }, DisplayName = "UTF-8 elsewhere")]
    public async Task One_thing_that_does_not_fit_is_enough(byte[] file) =>
        Assert.IsFalse(await Windows1252File.IsCertainAsync(new MemoryStream(file), 0, CancellationToken.None));

    private static async Task<bool> IsCertainAsync(string text, string encoding)
    {
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);
        var results = new List<bool>();
        foreach (var size in (int[])[1, 3, 1000])
        {
            using var stream = new PiecewiseStream([.. "name\n"u8, .. bytes, .. "\n"u8], size);
            results.Add(await Windows1252File.IsCertainAsync(stream, 0, CancellationToken.None));
            Assert.AreEqual(0, stream.Position);
        }

        return results.Distinct().Single();
    }
}
