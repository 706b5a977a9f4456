using LeadFilter.Tests.Architecture.Namespaces;

namespace LeadFilter.Tests.Architecture;

/// <summary>
/// Between the namespaces of a project every arrow goes one way: what one knows does not know it in turn. A namespace is a folder, so this
/// is the order in which the folders can be read.
/// </summary>
[TestClass]
public sealed class NamespaceCircleTests
{
    public static IEnumerable<string> Projects => SolutionProjects.All.Select(static project => project.Name);

    [TestMethod]
    [DynamicData(nameof(Projects))]
    public void No_circle_of_namespaces(string name)
    {
        var project = SolutionProjects.All.Single(one => one.Name == name);
        if (project.Assembly is not { } assembly)
        {
            Assert.Inconclusive($"{name} is not built: run dotnet build in the folder of the solution.");
            return;
        }

        var graph = AssemblyNamespaces.Of(assembly, "LeadFilter");
        Assert.AreEqual("", graph.Describe(graph.ShortestCircle()));
    }

    [TestMethod]
    public void The_list_of_projects_holds_the_first_and_the_last_of_the_house()
    {
        var names = SolutionProjects.All.Select(static project => project.Name).ToList();
        CollectionAssert.Contains(names, "LeadFilter.Core");
        CollectionAssert.Contains(names, "LeadFilter.Cli");
    }

    [TestMethod]
    public void The_reader_sees_the_arrows_of_Core()
    {
        var core = SolutionProjects.All.Single(static project => project.Name == "LeadFilter.Core").Assembly!;
        CollectionAssert.Contains(
            AssemblyNamespaces.Of(core, "LeadFilter").KnownBy("LeadFilter.Core.Rules").ToList(),
            "LeadFilter.Core.Decisions");
    }
}
