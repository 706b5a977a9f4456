namespace LeadFilter.Core.Files;

/// <summary>The mistakes of one file, collected while it is read, so that its author sees all of them at once.</summary>
/// <param name="file">The file as its author knows it.</param>
public sealed class MistakeList(string file)
{
    private readonly List<Mistake> mistakes = [];

    /// <summary>The mistakes in the order of the file.</summary>
    public IReadOnlyList<Mistake> InOrder => [.. mistakes.OrderBy(mistake => mistake.Line).ThenBy(mistake => mistake.Column)];

    /// <summary>How many there are.</summary>
    public int Count => mistakes.Count;

    /// <summary>Adds a mistake at a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="message">What is wrong, without a full stop.</param>
    /// <param name="remedy">What to do, without a full stop.</param>
    public void Add(FileNode node, string message, string remedy)
    {
        ArgumentNullException.ThrowIfNull(node);
        Add(node.Line, node.Column, node.Path, message, remedy);
    }

    /// <summary>Adds a mistake at a place.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    /// <param name="path">The JSON path.</param>
    /// <param name="message">What is wrong, without a full stop.</param>
    /// <param name="remedy">What to do, without a full stop.</param>
    public void Add(int line, int column, string path, string message, string remedy) =>
        mistakes.Add(new(file, line, column, path, message, remedy));
}
