using System.Diagnostics;
using System.Globalization;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Fields.Phones;

/// <summary>The phone type agrees with Google's libphonenumber.</summary>
[TestClass]
public sealed class LibphonenumberTests
{
    private const string ModulesSetting = "LEADFILTER_NODE_MODULES";
    private const string CasesSetting = "LEADFILTER_PHONE_CASES";
    private const string SeedSetting = "LEADFILTER_PHONE_SEED";
    private const int DefaultCases = 20_000;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void It_agrees_on_every_case_of_the_corpus() => AssertAgreement(
        File.ReadAllLines(Path.Combine(SampleFiles.Root, "LeadFilter.Tests", "Fields", "Phones", "corpus.tsv")), atLeast: 1);

    [TestMethod]
    public async Task It_agrees_on_999_of_1000_random_cases()
    {
        var modules = Environment.GetEnvironmentVariable(ModulesSetting);
        if (string.IsNullOrEmpty(modules))
        {
            Assert.Inconclusive($"Set {ModulesSetting} to a node_modules folder with google-libphonenumber to compare with it.");
        }

        var cases = Number(CasesSetting) ?? DefaultCases;
        var seed = Number(SeedSetting) ?? 1;
        TestContext.WriteLine($"{cases} cases, seed {seed}");
        AssertAgreement(await Oracle(modules, cases, seed), atLeast: 0.999);
    }

    private void AssertAgreement(string[] lines, double atLeast)
    {
        var differences = lines.Select(PhoneCase.Parse).Select(phone => phone.Difference()).OfType<string>().ToList();
        var agreement = 1 - ((double)differences.Count / lines.Length);
        TestContext.WriteLine($"{lines.Length} cases, {differences.Count} differences: {agreement:P4} agreement");
        Assert.IsGreaterThan(3000, lines.Length);
        Assert.IsGreaterThanOrEqualTo(atLeast, agreement, string.Join('\n', differences.Take(30)));
    }

    private static int? Number(string setting) =>
        int.TryParse(Environment.GetEnvironmentVariable(setting), CultureInfo.InvariantCulture, out var number) ? number : null;

    private async Task<string[]> Oracle(string modules, int cases, int seed)
    {
        var script = Path.Combine(SampleFiles.Root, "tools", "refresh-phones", "oracle.mjs");
        var start = new ProcessStartInfo("node", [script, modules, $"{cases}", $"{seed}"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.CancellationToken);
        await node.WaitForExitAsync(TestContext.CancellationToken);
        Assert.AreEqual(0, node.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
