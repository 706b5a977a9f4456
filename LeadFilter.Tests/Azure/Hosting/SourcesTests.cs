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

    // The rest of the stand-in is what the worker needs to bind the two: converters, and the call that settles.
    [TestMethod]
    public void Two_types_of_one_package_are_stood_in_for() => CollectionAssert.AreEquivalent(
        new[] { "ServiceBusMessageActions", "ServiceBusTriggerAttribute" },
        typeof(LeadFilter.Functions.AzureHost).Assembly.GetExportedTypes()
            .Where(static type => type.Namespace == "Microsoft.Azure.Functions.Worker")
            .Select(static type => type.Name)
            .ToArray());

    [TestMethod]
    public void Stand_ins_stand_in_one_folder() => Assert.AreEqual("", string.Join(", ", Directory
        .EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/ServiceBusStandIn/", StringComparison.Ordinal))
        .Where(static file => File.ReadAllText(file).Contains("namespace Microsoft.", StringComparison.Ordinal))));
}
