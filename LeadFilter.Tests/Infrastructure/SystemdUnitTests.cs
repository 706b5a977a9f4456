using System.Diagnostics;
using LeadFilter.Tests.Docs;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>The systemd unit, as systemd itself reads it.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class SystemdUnitTests
{
    private const string Program = "/opt/leadfilter/leadfilter";

    [TestMethod]
    public async Task Systemd_has_nothing_to_say() => Assert.AreEqual((0, ""), await AnalyzeAsync("verify", "--man=no"));

    [TestMethod]
    public async Task Little_is_exposed_by_systemds_own_count()
    {
        var (code, output) = await AnalyzeAsync("security", "--offline=true", "--threshold=15");
        Assert.AreEqual(0, code, output);
    }

    [TestMethod]
    public void It_names_what_the_installation_page_names()
    {
        var page = SampleFiles.Read("docs", "install.md");
        Assert.Contains($"ExecStart={Program} serve --data %S/leadfilter ", Unit, StringComparison.Ordinal);
        foreach (var path in (string[])["/opt/leadfilter", "/etc/leadfilter/settings", "/etc/leadfilter/campaigns"])
        {
            Assert.Contains(path, Unit, StringComparison.Ordinal);
            Assert.Contains(path, page, StringComparison.Ordinal);
        }
    }

    private static string Unit => SampleFiles.Read("tools", "leadfilter.service");

    private static async Task<(int Code, string Output)> AnalyzeAsync(params string[] arguments)
    {
        if (!BlockRun.Has("systemd-analyze"))
        {
            Assert.Inconclusive("There is no systemd here.");
        }

        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "leadfilter.service");
        await File.WriteAllTextAsync(file, Unit.Replace(Program, Environment.ProcessPath, StringComparison.Ordinal));
        using var process = Process.Start(new ProcessStartInfo("systemd-analyze", [.. arguments, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + errors);
    }
}
