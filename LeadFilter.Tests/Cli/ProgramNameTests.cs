using LeadFilter.Cli.Invocation;

namespace LeadFilter.Tests.Cli;

[TestClass]
public sealed class ProgramNameTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void In_a_clone_it_is_dotnet_run_with_the_project_from_here()
    {
        File("clone/LeadFilter.Cli/LeadFilter.Cli.csproj");
        var program = File("clone/LeadFilter.Cli/bin/Debug/net10.0/leadfilter");

        Assert.AreEqual("dotnet run --project LeadFilter.Cli --", ProgramName.Of(program, $"{program}.dll", At("clone"), null));
        Assert.AreEqual(
            $"dotnet run --project {At("clone/LeadFilter.Cli")} --",
            ProgramName.Of(program, $"{program}.dll", At("clone/docs"), null));
    }

    [TestMethod]
    public void An_assembly_that_dotnet_runs_is_named_with_it() =>
        Assert.AreEqual(
            $"dotnet \"{Path.Combine("my tools", "leadfilter.dll")}\"",
            ProgramName.Of("/usr/share/dotnet/dotnet", File("my tools/leadfilter.dll"), folder.Path, null));

    [TestMethod]
    public void A_program_that_the_shell_finds_is_named_without_its_path()
    {
        var program = File("bin/leadfilter");

        Assert.AreEqual(
            "leadfilter",
            ProgramName.Of(program, $"{program}.dll", folder.Path, $"{At("none")}{Path.PathSeparator}{At("bin")}"));
    }

    [TestMethod]
    public void A_program_behind_another_of_the_same_name_is_named_with_its_path()
    {
        File("first/leadfilter");
        var program = File("bin/leadfilter");

        Assert.AreEqual(
            Path.Combine(".", "bin", "leadfilter"),
            ProgramName.Of(program, $"{program}.dll", folder.Path, $"{At("first")}{Path.PathSeparator}{At("bin")}"));
    }

    [TestMethod]
    public void A_program_elsewhere_is_named_with_its_whole_path()
    {
        var program = File("bin/leadfilter");

        Assert.AreEqual(program, ProgramName.Of(program, $"{program}.dll", At("work"), null));
    }

    private string At(string path) => Path.Combine([folder.Path, .. path.Split('/')]);

    private string File(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        System.IO.File.WriteAllText(At(path), "");
        return At(path);
    }
}
