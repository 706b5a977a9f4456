using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>What the sources of LeadFilter.Functions say, where no test can run them.</summary>
[TestClass]
public sealed class SourcesTests
{
    private static readonly string Folder = Path.Combine(SampleFiles.Root, "LeadFilter.Functions");

    [TestMethod]
    public void Program_only_composes() => Assert.AreEqual(
        """
        using LeadFilter.Functions;
        using LeadFilter.Functions.Queues;
        using Microsoft.Azure.Functions.Worker.Builder;
        using Microsoft.Extensions.Hosting;

        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<QueueEdge>();
        builder.Services.AddAzureHost(builder.Configuration);
        await builder.Build().RunAsync();

        """,
        File.ReadAllText(Path.Combine(Folder, "Program.cs")));

    [TestMethod]
    public void Two_types_of_one_package_are_stood_in_for() => CollectionAssert.AreEquivalent(
        new[] { "ServiceBusMessageActions.cs", "ServiceBusTriggerAttribute.cs" },
        Directory.EnumerateFiles(Path.Combine(Folder, "ServiceBusStandIn"), "*", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("public ", StringComparison.Ordinal)))
            .Select(Path.GetFileName)
            .ToArray());
}
