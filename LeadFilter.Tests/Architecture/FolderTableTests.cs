using LeadFilter.Tests.Architecture.Namespaces;
using LeadFilter.Tests.Folders;
using Mono.Cecil;

namespace LeadFilter.Tests.Architecture;

/// <summary>The tables of folders in docs/architecture.md tell the truth: every folder, and what each may know.</summary>
[TestClass]
public sealed class FolderTableTests
{
    private const string Above = "everything above";
    private const string AndBelow = " and the folders below it";

    // Its types have the namespace of the package that they stand for.
    private const string StandIn = "ServiceBusStandIn";

    [TestMethod]
    [DataRow("Core")]
    [DataRow("Pipeline")]
    [DataRow("Http")]
    [DataRow("Sqlite")]
    [DataRow("Cli")]
    [DataRow("Functions")]
    public void Every_folder_has_one_row_and_no_row_is_of_a_folder_that_is_gone(string project)
    {
        using var module = ModuleDefinition.ReadModule(SolutionProjects.All.Single(one => one.Name == Root(project)).Assembly!);
        var folders = module.Types.Select(static type => type.Namespace).Distinct().Where(name => IsWithin(name, project)).Select(name => FolderOf(name, project));

        CollectionAssert.AreEquivalent(folders.ToArray(), Rows(project).Select(static row => row.Folder).Where(static folder => folder != StandIn).ToArray());
    }

    [TestMethod]
    [DataRow("Core")]
    [DataRow("Pipeline")]
    [DataRow("Http")]
    [DataRow("Sqlite")]
    [DataRow("Cli")]
    [DataRow("Functions")]
    public void A_folder_knows_what_its_row_says(string project)
    {
        var graph = AssemblyNamespaces.Of(SolutionProjects.All.Single(one => one.Name == Root(project)).Assembly!, Root(project));
        var rows = Rows(project);
        var wrong = rows.Select((row, at) =>
        {
            var above = rows.Take(at).Select(static other => other.Folder).ToList();
            var known = graph.KnownBy(NamespaceOf(row.Folder, project)).Select(name => FolderOf(name, project)).Order(StringComparer.Ordinal).ToList();
            var allowed = AllowedBy(row.Knows, above);
            var isExact = row.Knows == Above || row.Knows.Contains(AndBelow, StringComparison.Ordinal);
            return known.Except(above).Any() || known.Except(allowed).Any() || (!isExact && allowed.Except(known).Any())
                ? $"{row.Folder} knows: {(known.Count == 0 ? "nothing" : string.Join(", ", known))}"
                : null;
        });

        Assert.AreEqual("", string.Join('\n', wrong.Where(static one => one is not null)));
    }

    private static List<string> AllowedBy(string cell, List<string> above)
    {
        if (cell == Above)
        {
            return above;
        }

        return
        [
            .. cell.Split(", ").Where(static word => word != "nothing").SelectMany(word => word.EndsWith(AndBelow, StringComparison.Ordinal)
                ? above.Where(folder => folder == word[..^AndBelow.Length] || folder.StartsWith(word[..^AndBelow.Length] + '/', StringComparison.Ordinal))
                : [word]),
        ];
    }

    private static List<(string Folder, string Knows)> Rows(string project) =>
    [
        .. SampleFiles.Read("docs", "architecture.md")
            .Split($"\n### {project}\n")[1]
            .Split("\n#")[0]
            .Split('\n')
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| folder |", StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(static cells => (cells[1], cells[3])),
    ];

    private static string Root(string project) => $"LeadFilter.{project}";

    private static bool IsWithin(string name, string project) => name == Root(project) || name.StartsWith(Root(project) + '.', StringComparison.Ordinal);

    private static string FolderOf(string name, string project) => name == Root(project) ? "(root)" : name[(Root(project).Length + 1)..].Replace('.', '/');

    private static string NamespaceOf(string folder, string project) =>
        folder == "(root)" ? Root(project) : $"{Root(project)}.{folder.Replace('/', '.')}";
}
