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
    [DataRow(" =1", " =1")]
    public async Task A_cell_that_would_run_becomes_text_in_any_column_and_numbers_stay(string cell, string written) =>
        Assert.AreEqual($"phone,notes\n+14155550132,{written}\n", await CleanAsync($"phone,notes\n415-555-0132,{cell}\n"));

    [TestMethod]
    [DataRow("&#61;HYPERLINK(1)")]
    [DataRow("\uFF1DHYPERLINK(1)")]
    [DataRow("\" =HYPERLINK(1)\"")]
    [DataRow("\u200B=HYPERLINK(1)")]
    public async Task Mending_a_text_makes_no_formula_of_it(string cell)
    {
        var clean = await CleanAsync($"comments\n{cell}\n");

        // The sign is gone: spreadsheets put one before what they take for text.
        Assert.AreEqual("HYPERLINK(1)", clean.Split('\n')[1].Trim('"'));
        Assert.AreEqual(clean, await CleanAsync(clean));
    }

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
