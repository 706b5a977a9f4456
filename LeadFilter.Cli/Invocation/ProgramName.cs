namespace LeadFilter.Cli.Invocation;

/// <summary>The words that start this program where the user is, for hints that can be pasted.</summary>
internal static class ProgramName
{
    /// <summary>What the documentation calls it, and what an installed one is called.</summary>
    public const string Usual = "leadfilter";

    private const string Project = "LeadFilter.Cli";

    /// <summary>
    /// In a clone <c>dotnet run</c> with its project, otherwise the name if the shell finds this program by it, otherwise its path.
    /// </summary>
    /// <param name="process">The program of the process, which is <c>dotnet</c> if that runs the assembly; null if nobody knows.</param>
    /// <param name="assembly">This program's assembly.</param>
    /// <param name="here">The current folder.</param>
    /// <param name="searched">The folders in which the shell looks for programs, as in <c>PATH</c>; null for none.</param>
    public static string Of(string? process, string assembly, string here, string? searched)
    {
        for (var folder = Path.GetDirectoryName(assembly); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, $"{Project}.csproj")))
            {
                return $"dotnet run --project {From(here, folder)} --";
            }
        }

        if (process is null || Path.GetFileNameWithoutExtension(process) is "dotnet")
        {
            return $"dotnet {From(here, assembly)}";
        }

        var name = Path.GetFileName(process);
        var found = (searched ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return found is not null && SameFile(found, process) ? Path.GetFileNameWithoutExtension(name)
            : From(here, process) is var path && Path.IsPathRooted(path.Trim('"')) ? path
            : $".{Path.DirectorySeparatorChar}{path}";
    }

    /// <summary>A path as it is shortest to type, in quotes if it needs them.</summary>
    /// <param name="here">The current folder.</param>
    /// <param name="path">The path.</param>
    private static string From(string here, string path)
    {
        var relative = Path.GetRelativePath(here, path);
        var shortest = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        return shortest.Contains(' ', StringComparison.Ordinal) ? $"\"{shortest}\"" : shortest;
    }

    private static bool SameFile(string found, string process) =>
        Path.GetFullPath(new FileInfo(found).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? found) == Path.GetFullPath(process);
}
