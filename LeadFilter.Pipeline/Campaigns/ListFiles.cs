using LeadFilter.Pipeline.Files;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>The list files that one campaign names, as they were when the campaign was last loaded.</summary>
/// <param name="folder">The folder of campaign files, to which the lists' paths are relative.</param>
internal sealed class ListFiles(string folder)
{
    private readonly Dictionary<string, WatchedFile> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> missing = new(StringComparer.Ordinal);

    /// <summary>Whether a list has come, changed or gone since the campaign was loaded.</summary>
    public bool HaveChanged()
    {
        var changed = false;
        foreach (var (path, file) in files)
        {
            changed |= file.Look(File.Exists(file.Path), anyway: false, out _) switch
            {
                FileChange.Changed or FileChange.Unreadable => true,
                FileChange.Gone => !missing.Contains(path),
                _ => false,
            };
        }

        return changed;
    }

    /// <summary>Forgets all lists: the campaign is read again, and names the lists that it needs.</summary>
    public void Clear()
    {
        files.Clear();
        missing.Clear();
    }

    /// <summary>The content of a list, which is watched from now on.</summary>
    /// <param name="path">The path relative to the folder.</param>
    /// <returns>The content; null if it is not there or cannot be read.</returns>
    public ReadOnlyMemory<byte>? Read(string path)
    {
        var file = new WatchedFile(Path.Combine(folder, path));
        files[path] = file;
        if (file.Look(File.Exists(file.Path), anyway: true, out var content) == FileChange.Changed)
        {
            return content;
        }

        missing.Add(path);
        return null;
    }
}
