using LeadFilter.Core.Campaigns.Loading.Lists;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>
/// Reads the key <c>include</c>: files whose sections several campaigns share. What is one value is the campaign's own, if it has one.
/// What has names is joined, and the campaign's own goes before a file's of the same name. Lists are put one behind the other, the
/// campaign's own first.
/// </summary>
/// <param name="campaignFile">The campaign file, to whose folder the paths are relative.</param>
/// <param name="source">Where the contents come from; null if there are none.</param>
/// <param name="mistakes">Where to say what is wrong.</param>
internal sealed class IncludeReader(string campaignFile, ListSource? source, MistakeList mistakes)
{
    /// <summary>The key.</summary>
    public const string Key = "include";

    private const int MaxFiles = 20;
    private const string PathForm = "Write a path in a folder below the campaign's, such as shared/consent.json";

    private static readonly string[] Single =
    [
        "timeZone", "region", "dates", "onUnreadable", "duplicates", "hours", "score", "floor", "noBid", "delivery", OptOutsReader.Key,
        "exampleBase",
    ];

    private static readonly string[] Named = ["fields", "aliases", "lists", "conditions", "lookups"];
    private static readonly string[] Listed = ["rules", "suppression", "caps", "prices", "examples"];
    private static readonly string[] OfCampaigns = ["campaign", "version", "enabled", "vendors"];

    /// <summary>The campaign with what it includes.</summary>
    /// <param name="root">The campaign as its file has it.</param>
    public FileNode Merge(FileNode root)
    {
        if (root.Find(Key) is not { } section)
        {
            return root;
        }

        var nodes = section.AsArray(mistakes);
        if (nodes.Count > MaxFiles)
        {
            mistakes.Add(section, $"there are {nodes.Count} files", $"Include at most {MaxFiles}");
            return root;
        }

        var seen = new HashSet<string>();
        var shared = new List<FileNode>();
        foreach (var node in nodes)
        {
            if (node.AsText(mistakes) is not { } path)
            {
                continue;
            }

            if (!seen.Add(path))
            {
                mistakes.Add(node, $"'{path}' stands here twice", "Keep one of the two");
            }
            else if (Read(node, path) is { } file)
            {
                shared.Add(file);
            }
        }

        IEnumerable<(string Key, FileNode? Section)> sections =
        [
            .. Single.Select(key => (key, First(root.Find(key), All(shared, key)))),
            .. Named.Select(key => (key, Joined(root.Find(key), All(shared, key)))),
            .. Listed.Select(key => (key, Concatenated(root.Find(key), All(shared, key)))),
        ];
        return root.With([.. sections.Where(one => one.Section is not null).Select(one => KeyValuePair.Create(one.Key, one.Section!))]);
    }

    private static List<FileNode> All(List<FileNode> shared, string key) => [.. shared.Select(file => file.Find(key)).OfType<FileNode>()];

    private FileNode? Read(FileNode node, string path)
    {
        // A file beside the campaigns would be read as one of them.
        if (!FilePath.IsBelow(path) || !path.Contains('/', StringComparison.Ordinal) || !path.EndsWith(".json", StringComparison.Ordinal))
        {
            mistakes.Add(node, $"'{path}' is not a path of a shared file", PathForm);
            return null;
        }

        if (source?.Invoke(path) is not { } content)
        {
            mistakes.Add(
                node,
                $"the file '{path}' is not there or cannot be read",
                "Put it below the campaign's folder, and let the filter read it");
            return null;
        }

        var own = mistakes.Of(FilePath.From(campaignFile, path));
        if (FileParser.Parse(content.Span, own) is not { } file)
        {
            return null;
        }

        foreach (var (name, value) in file.Members.Where(member => OfCampaigns.Contains(member.Key) || member.Key == Key))
        {
            own.Add(
                value,
                name == Key ? "a file that is included cannot include others" : $"a shared file has no '{name}'",
                name == Key ? "Name the other file in the campaign, too" : "Move it into the campaign");
        }

        file.OnlyKeys(own, ["$schema", .. Single, .. Named, .. Listed, .. OfCampaigns, Key]);
        return file;
    }

    private FileNode? First(FileNode? own, List<FileNode> shared)
    {
        if (own is null && shared is [var first, var second, ..])
        {
            mistakes.Add(second, $"{first.File} says this, too", "Keep one of the two, or say it in the campaign itself");
        }

        return own ?? shared.FirstOrDefault();
    }

    private FileNode? Joined(FileNode? own, List<FileNode> shared)
    {
        if (shared.Count == 0 || own is { Kind: not FileNodeKind.Object })
        {
            return own;
        }

        var joined = Empty(own ?? shared[0], FileNodeKind.Object);
        foreach (var (name, value) in own?.Members ?? [])
        {
            joined.Add(name, value);
        }

        foreach (var (name, value) in shared.SelectMany(section => section.AsObject(mistakes)?.Members ?? []))
        {
            if (joined.Find(name) is not { } other)
            {
                joined.Add(name, value);
            }
            else if (!mistakes.IsOwn(other))
            {
                mistakes.Add(value, $"'{name}' is in {other.File}, too", "Keep one of the two, or say in the campaign itself what it is");
            }
        }

        return joined;
    }

    private FileNode? Concatenated(FileNode? own, List<FileNode> shared)
    {
        if (shared.Count == 0 || own is { Kind: not FileNodeKind.Array })
        {
            return own;
        }

        var all = Empty(own ?? shared[0], FileNodeKind.Array);
        foreach (var item in (own?.Items ?? []).Concat(shared.SelectMany(section => section.AsArray(mistakes))))
        {
            all.Add(item);
        }

        return all;
    }

    private static FileNode Empty(FileNode like, FileNodeKind kind) => new(kind, like.Path, like.Line, like.Column, file: like.File);
}
