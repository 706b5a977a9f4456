using LeadFilter.Tests.Architecture.Namespaces;
using Mono.Cecil;

namespace LeadFilter.Tests.Architecture;

/// <summary>What is listed for people has one home, which knows how wide the screen is.</summary>
[TestClass]
public sealed class ListingHomeTests
{
    [TestMethod]
    public void Only_the_home_of_listings_makes_tables()
    {
        using var module = ModuleDefinition.ReadModule(SolutionProjects.All.Single(static project => project.Name == "LeadFilter.Cli").Assembly!);

        var makers = module.Types
            .Where(static type => UsedTypes.Of(type).Any(static used => used.FullName is "Spectre.Console.Table" or "Spectre.Console.Grid"))
            .Select(static type => type.FullName);

        Assert.AreEqual("LeadFilter.Cli.Listings.Listing", string.Join(", ", makers));
    }
}
