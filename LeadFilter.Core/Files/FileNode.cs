namespace LeadFilter.Core.Files;

/// <summary>A JSON value of a file, with the place where it stands.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="path">Its JSON path.</param>
/// <param name="line">Its line, from 1.</param>
/// <param name="column">Its column, from 1, counted in bytes.</param>
/// <param name="text">The text of a string, number or boolean.</param>
/// <param name="file">The file, as its author knows it; null where it does not matter.</param>
public sealed class FileNode(FileNodeKind kind, string path, int line, int column, string text = "", string? file = null)
{
    private readonly List<KeyValuePair<string, FileNode>> members = [];
    private readonly List<FileNode> items = [];

    /// <summary>Its kind.</summary>
    public FileNodeKind Kind { get; } = kind;

    /// <summary>The file in which it stands, as its author knows it; null where it does not matter.</summary>
    public string? File { get; } = file;

    /// <summary>Its JSON path.</summary>
    public string Path { get; } = path;

    /// <summary>Its line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Its column, from 1, counted in bytes.</summary>
    public int Column { get; } = column;

    /// <summary>The text of a string, number or boolean.</summary>
    public string Text { get; } = text;

    /// <summary>An object's members in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, FileNode>> Members => members;

    /// <summary>An array's items.</summary>
    public IReadOnlyList<FileNode> Items => items;

    /// <summary>The kind in words, for messages.</summary>
    public string KindInWords => Kind switch
    {
        FileNodeKind.Object => "an object",
        FileNodeKind.Array => "an array",
        FileNodeKind.Text => "text",
        FileNodeKind.Number => "a number",
        FileNodeKind.Boolean => "true or false",
        _ => "null",
    };

    /// <summary>Finds a member of an object.</summary>
    /// <param name="name">Its name.</param>
    public FileNode? Find(string name)
    {
        foreach (var member in members)
        {
            if (member.Key == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>The same object with other members in place of those of the same names, and without some.</summary>
    /// <param name="others">The members that it gets.</param>
    /// <param name="without">The names of members that it loses.</param>
    internal FileNode With(IEnumerable<KeyValuePair<string, FileNode>> others, params ReadOnlySpan<string> without)
    {
        var changed = new FileNode(Kind, Path, Line, Column, Text, File);
        var replaced = others.ToDictionary();
        foreach (var (name, value) in members)
        {
            if (!replaced.ContainsKey(name) && !without.Contains(name))
            {
                changed.Add(name, value);
            }
        }

        foreach (var (name, value) in replaced)
        {
            changed.Add(name, value);
        }

        return changed;
    }

    internal void Add(string name, FileNode value) => members.Add(new(name, value));

    internal void Add(FileNode item) => items.Add(item);
}
