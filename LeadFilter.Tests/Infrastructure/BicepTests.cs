using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>The templates hang together; with the compiler at hand, it has the last word.</summary>
[TestClass]
public sealed partial class BicepTests
{
    private const string Main = "main.bicep";

    [TestMethod]
    public void Every_module_of_main_is_a_file()
    {
        var missing = BicepFile.Read(Main).Modules.Select(module => module.Path).Except(BicepFile.All.Select(file => file.Name));
        Assert.AreEqual("", string.Join(", ", missing));
    }

    [TestMethod]
    public void Every_file_in_app_is_a_module_of_main()
    {
        var used = BicepFile.Read(Main).Modules.Select(module => module.Path);
        var unused = BicepFile.All.Select(file => file.Name).Where(name => name != Main).Except(used);
        Assert.AreEqual("", string.Join(", ", unused));
    }

    [TestMethod]
    public void Modules_are_given_all_that_they_need_and_nothing_else()
    {
        var mistakes = new List<string>();
        foreach (var module in BicepFile.Read(Main).Modules)
        {
            var declared = BicepFile.Read(module.Path).Parameters;
            mistakes.AddRange(module.Given.Except(declared.Keys).Select(name => $"{module.Path} has no {name}"));
            var needed = declared.Where(one => one.Value).Select(one => one.Key);
            mistakes.AddRange(needed.Except(module.Given).Select(name => $"{module.Path} lacks {name}"));
        }

        Assert.AreEqual("", string.Join(", ", mistakes));
    }

    [TestMethod]
    public void Every_output_that_main_reads_is_put_out_by_its_module()
    {
        var main = BicepFile.Read(Main);
        var outputs = main.Modules.SelectMany(
            module => BicepFile.Read(module.Path).Outputs.Select(output => $"{module.Name}.outputs.{output}"));
        var missing = OutputUse().Matches(main.Text).Select(found => found.Value).Distinct().Except(outputs);
        Assert.AreEqual("", string.Join(", ", missing));
    }

    [TestMethod]
    public void The_parameter_file_gives_main_all_that_it_needs_and_nothing_else()
    {
        var file = SampleFiles.Read("infra", "main.bicepparam");
        var given = GivenParameter().Matches(file).Select(found => found.Groups["name"].Value).ToList();
        var declared = BicepFile.Read(Main).Parameters;
        CollectionAssert.IsSubsetOf(declared.Where(one => one.Value).Select(one => one.Key).ToList(), given);
        CollectionAssert.IsSubsetOf(given, declared.Keys.ToList());
    }

    [TestMethod]
    public void Every_parameter_is_used()
    {
        var unused = BicepFile.All.SelectMany(file => file.Parameters.Keys
            .Where(name => Word().Matches(file.Text).Count(found => found.Value == name) < 2)
            .Select(name => $"{file.Name}: {name}"));
        Assert.AreEqual("", string.Join(", ", unused));
    }

    [TestMethod]
    [DataRow("build", "main.bicep")]
    [DataRow("build-params", "main.bicepparam")]
    public async Task The_compiler_has_nothing_to_say(string command, string file)
    {
        var known = typeof(BicepTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>();
        var cli = known.SingleOrDefault(one => one.Key == "BicepCli")?.Value;
        if (cli is null)
        {
            Assert.Inconclusive("Run dotnet test -p:BicepCli=true to have the templates compiled.");
        }

        Assert.AreEqual("", await CompileAsync(cli, command, Path.Combine(SampleFiles.Root, "infra", file)));
    }

    /// <summary>Compiles a file; errors and warnings come on the error stream.</summary>
    private static async Task<string> CompileAsync(string cli, string command, string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            // NuGet unpacks files without the right to be run.
            File.SetUnixFileMode(cli, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo(cli, [command, file, "--stdout"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var setting in new[] { "LEADFILTER_ALERT_EMAIL", "LEADFILTER_IDENTITY_SECRET", "LEADFILTER_ADMIN_KEY", "CRM_SECRET" })
        {
            start.Environment[setting] = new string('x', 40);
        }

        using var compiler = Process.Start(start)!;
        var output = compiler.StandardOutput.ReadToEndAsync();
        var said = await compiler.StandardError.ReadToEndAsync();
        Assert.Contains(command == "build" ? "Microsoft.Web/sites" : "alertEmail", await output, StringComparison.Ordinal);
        await compiler.WaitForExitAsync();
        return said;
    }

    [GeneratedRegex(@"^param (?<name>\w+) =", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GivenParameter();

    // A property's name before a colon, or after a dot, is no use of a parameter.
    [GeneratedRegex(@"(?<![\w.])(?:(?<=\bin )\w+|\w+\b(?!\s*:))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b\w+\.outputs\.\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OutputUse();
}
