using LeadFilter.Cli.Invocation;

namespace LeadFilter.Tests.Cli;

/// <summary>Text from elsewhere on a terminal.</summary>
[TestClass]
public sealed class PrintableTests
{
    [TestMethod]
    [DataRow("Zoë 😀 א", "Zoë 😀 א")]
    [DataRow("a\u001b[31mb", "a?[31mb")]
    [DataRow("a\r\nb\u2028c", "a  b c")]
    [DataRow("web-\u202Egnp.exe", "web-?gnp.exe")]
    [DataRow("a\u2066b\u2069c\u009bd", "a?b?c?d")]
    [DataRow(null, "")]
    public void What_moves_the_cursor_or_turns_the_line_is_replaced(string? text, string shown) => Assert.AreEqual(shown, Printable.Of(text));
}
