using System.Xml.Linq;

namespace LeadFilter.Tests.Architecture.Namespaces;

/// <summary>The projects of the solution, each with the assembly that this run's build made of it.</summary>
internal static class SolutionProjects
{
    private const string Solution = "LeadFilter.slnx";

    /// <summary>All of them, as the solution names them.</summary>
    public static IReadOnlyList<SolutionProject> All { get; } = Read();

    private static List<SolutionProject> Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No folder above the tests holds {Solution}.");
        }

        return
        [
            .. XDocument.Load(Path.Combine(folder.FullName, Solution)).Descendants("Project")
                .Select(project => Path.Combine(folder.FullName, project.Attribute("Path")!.Value))
                .Select(static file => new SolutionProject(Path.GetFileNameWithoutExtension(file), AssemblyOf(file))),
        ];
    }

    // What the tests refer to lies beside them; anything else where a build of the same kind puts it: bin/Debug/net10.0.
    private static string? AssemblyOf(string projectFile)
    {
        var name = XDocument.Load(projectFile).Descendants("AssemblyName").FirstOrDefault()?.Value
            ?? Path.GetFileNameWithoutExtension(projectFile);
        var build = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string[] places =
        [
            build.FullName,
            Path.Combine(Path.GetDirectoryName(projectFile)!, "bin", build.Parent!.Name, build.Name),
        ];
        return places.Select(place => Path.Combine(place, name + ".dll")).FirstOrDefault(File.Exists);
    }
}
