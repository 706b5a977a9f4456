using System.Text.RegularExpressions;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>
/// The sources of LeadFilter.Functions use of Azure's packages only what the stand-ins have. Compiling them here shows it for
/// members; this shows it for namespaces, and for what is not compiled here.
/// </summary>
[TestClass]
public sealed partial class SourcesTests
{
    private static readonly string[] Known =
    [
        "Azure", "Azure.Core", "Azure.Data.Tables", "Azure.Identity", "Azure.Messaging.ServiceBus", "Azure.Monitor.OpenTelemetry.Exporter",
        "Microsoft.Azure.Functions.Worker",
    ];

    private static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "LeadFilter.slnx")))
            {
                folder = folder.Parent ?? throw new AssertFailedException("LeadFilter.slnx is not above the tests.");
            }

            return Path.Combine(folder.FullName, "LeadFilter.Functions");
        }
    }

    [TestMethod]
    public void Sources_use_no_other_namespace_of_Azure()
    {
        var used = Sources().Where(file => Path.GetFileName(file) != "Program.cs").SelectMany(NamespacesOf).Distinct().Order(StringComparer.Ordinal);

        Assert.AreEqual(string.Join('\n', Known), string.Join('\n', used));
    }

    [TestMethod]
    public void Program_only_composes() => Assert.AreEqual(
        """
        using LeadFilter.Functions;
        using Microsoft.Azure.Functions.Worker.Builder;
        using Microsoft.Extensions.Hosting;

        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddAzureHost(builder.Configuration);
        await builder.Build().RunAsync();

        """,
        File.ReadAllText(Path.Combine(Folder, "Program.cs")));

    [TestMethod]
    public void Every_source_but_Program_is_compiled_here()
    {
        var compiled = typeof(SourcesTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var missing = Sources().Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "Program" && !compiled.Contains(name));

        Assert.AreEqual("", string.Join(' ', missing));
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    /// <summary>The namespaces of Azure in a file, whether in a using line or in a full name.</summary>
    private static IEnumerable<string> NamespacesOf(string file) =>
        AzureName().Matches(File.ReadAllText(file)).Select(match => match.Value);

    [GeneratedRegex(@"(?<![\w.""])(?:Microsoft\.)?Azure(?:\.[A-Z]\w*)*(?=;|\.[A-Z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AzureName();
}
