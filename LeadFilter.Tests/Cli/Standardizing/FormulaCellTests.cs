using System.Text.Json;

namespace LeadFilter.Tests.Cli.Standardizing;

/// <summary>What strangers typed into a form must not run in the spreadsheet of whoever opens the file.</summary>
[TestClass]
public sealed class FormulaCellTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow("=1+1", "'=1+1")]
    [DataRow("\"=cmd|' /C calc'!A0\"", "\"'=cmd|' /C calc'!A0\"")]
    [DataRow("@SUM(A1)", "'@SUM(A1)")]
    [DataRow("+1+cmd", "'+1+cmd")]
    [DataRow("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0")]
    [DataRow("\"\t=1\"", "\"'\t=1\"")]
    [DataRow("\"\r\n=1\"", "\"'\r\n=1\"")]
    [DataRow("\uFF1D1+1", "'\uFF1D1+1")]
    [DataRow("\t", "\t")]
    [DataRow("-12.5", "-12.5")]
    [DataRow("-", "-")]
    [DataRow("+14155550132", "+14155550132")]
    [DataRow("+1 (415) 555-0132", "+1 (415) 555-0132")]
    [DataRow("\"-1,200.50\"", "\"-1,200.50\"")]
    [DataRow("a=b", "a=b")]
    [DataRow(" =1", "' =1")]
    [DataRow("\uFEFF=1", "'\uFEFF=1")]
    [DataRow("\u200B\u00A0=1", "'\u200B\u00A0=1")]
    [DataRow("\u3000@x", "'\u3000@x")]
    [DataRow(" +1+cmd", "' +1+cmd")]
    [DataRow("\uFF0Bcmd", "'\uFF0Bcmd")]
    [DataRow("\uFF0Dcmd", "'\uFF0Dcmd")]
    [DataRow("\uFF20SUM(1)", "'\uFF20SUM(1)")]
    [DataRow("\uFE66cmd", "'\uFE66cmd")]
    [DataRow("=\"0123\"", "\"'=\"\"0123\"\"\"")]
    [DataRow("\"=\"\"0123\"\"\"", "\"'=\"\"0123\"\"\"")]
    [DataRow(" -12.5", " -12.5")]
    [DataRow("\u200B", "\u200B")]
    [DataRow("\"\"", "\"\"")]
    public async Task A_cell_that_would_run_becomes_text_in_any_column_and_numbers_stay(string cell, string written) =>
        Assert.AreEqual($"phone,notes\n+14155550132,{written}\n", await CleanAsync($"phone,notes\n415-555-0132,{cell}\n"));

    [TestMethod]
    [DataRow("&#64;SUM(1)")]
    [DataRow("\uFF20SUM(1)")]
    [DataRow("\" @SUM(1)\"")]
    [DataRow("\u200B@SUM(1)")]
    public async Task Mending_a_text_makes_no_formula_of_it(string cell)
    {
        var clean = await CleanAsync($"comments\n{cell}\n");

        Assert.Contains("'@SUM(1)", clean, StringComparison.Ordinal);
        Assert.AreEqual(clean, await CleanAsync(clean));
    }

    [TestMethod]
    [DataRow("=cmd|x,phone\n1,+14155550132\n", "'=cmd|x,phone\n1,+14155550132\n", DisplayName = "a column's name")]
    [DataRow("\uFEFF =x,\"\u200B@y\",phone\n1,2,+14155550132\n", "' =x,\"'\u200B@y\",phone\n1,2,+14155550132\n", DisplayName = "behind blanks")]
    [DataRow("=title\nphone,email\n+14155550132,a@b.com\n", "'=title\nphone,email\n+14155550132,a@b.com\n", DisplayName = "a title")]
    [DataRow("phone,x\n+14155550132,1\n=1\n", "phone,x\n+14155550132,1\n'=1\n", DisplayName = "a row that is too short")]
    public async Task What_is_copied_does_not_run_either(string text, string written) => Assert.AreEqual(written, await CleanAsync(text));

    [TestMethod]
    public async Task Formulas_are_counted_and_may_be_kept()
    {
        using var guarded = await RunAsync("phone,notes\n,=1\n,@x\n,1\n", "--json");
        Assert.AreEqual(2, JsonElement.Parse(guarded.Output).GetProperty("guarded").GetInt64());
        Assert.AreEqual("phone,notes\n,=1\n", await CleanAsync("phone,notes\n,=1\n", "--keep-formulas"));
    }

    private async Task<string> CleanAsync(string text, params string[] more)
    {
        using var run = await RunAsync(text, more);
        return File.ReadAllText(Path.Combine(folder.Path, "out.csv"));
    }

    private async Task<CommandLineRun> RunAsync(string text, params string[] more)
    {
        var run = new CommandLineRun();
        Assert.AreEqual(
            0, await run.RunAsync(["standardize", "--in", folder.Write("in.csv", text), "--out", Path.Combine(folder.Path, "out.csv"), "--force", .. more]), run.Error);
        return run;
    }
}
