using System.Buffers;

namespace LeadFilter.Core.Files;

/// <summary>The mistakes of one file, collected while it is read, so that its author sees all of them at once.</summary>
/// <param name="file">The file as its author knows it.</param>
public sealed class MistakeList(string file)
{
    /// <summary>Control characters, the line breaks of Unicode and marks that turn the direction of the text behind them.</summary>
    private static readonly SearchValues<char> Breaking = SearchValues.Create(
        [
            .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl),
            '\u2028',
            '\u2029',
            .. "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
        ]);

    private const int MaxLength = 400;

    private readonly List<Mistake> mistakes = [];
    private readonly List<Mistake> warnings = [];
    private readonly List<MistakeList> others = [];

    /// <summary>The mistakes in the order of the file, and after them those of the files that it names.</summary>
    public IReadOnlyList<Mistake> InOrder => [.. Sorted(mistakes), .. others.SelectMany(other => other.InOrder)];

    /// <summary>The warnings in the order of the file, and after them those of the files that it names. They stop nothing.</summary>
    public IReadOnlyList<Mistake> Warnings => [.. Sorted(warnings), .. others.SelectMany(other => other.Warnings)];

    /// <summary>The file as its author knows it.</summary>
    public string File => file;

    /// <summary>How many mistakes there are.</summary>
    public int Count => mistakes.Count + others.Sum(other => other.Count);

    /// <summary>The mistakes of a file that this one names; they count as this one's.</summary>
    /// <param name="otherFile">The file as its author knows it.</param>
    public MistakeList Of(string otherFile)
    {
        var list = new MistakeList(otherFile);
        others.Add(list);
        return list;
    }

    /// <summary>Adds a mistake at a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="message">What is wrong, without a full stop.</param>
    /// <param name="remedy">What to do, without a full stop.</param>
    public void Add(FileNode node, string message, string remedy)
    {
        ArgumentNullException.ThrowIfNull(node);
        ListOf(node).Add(node.Line, node.Column, node.Path, message, remedy);
    }

    /// <summary>Adds a warning at a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="message">What is strange, without a full stop.</param>
    /// <param name="remedy">What to do, without a full stop.</param>
    public void Warn(FileNode node, string message, string remedy)
    {
        ArgumentNullException.ThrowIfNull(node);
        var list = ListOf(node);
        list.warnings.Add(new(list.File, node.Line, node.Column, OneLine(node.Path), OneLine(message), OneLine(remedy)));
    }

    /// <summary>Whether a value stands in the file itself, and not in one that it names.</summary>
    /// <param name="node">The value.</param>
    public bool IsOwn(FileNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.File is null || node.File == file;
    }

    /// <summary>Adds a mistake at a place. What a message quotes from the file is kept to one line of moderate length.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    /// <param name="path">The JSON path.</param>
    /// <param name="message">What is wrong, without a full stop.</param>
    /// <param name="remedy">What to do, without a full stop.</param>
    public void Add(int line, int column, string path, string message, string remedy) =>
        mistakes.Add(new(file, line, column, OneLine(path), OneLine(message), OneLine(remedy)));

    private MistakeList ListOf(FileNode node) => IsOwn(node) ? this : others.Find(other => other.File == node.File) ?? Of(node.File!);

    private static IOrderedEnumerable<Mistake> Sorted(List<Mistake> list) =>
        list.OrderBy(mistake => mistake.Line).ThenBy(mistake => mistake.Column);

    private static string OneLine(string text)
    {
        if (text.Length > MaxLength)
        {
            text = $"{text.AsSpan(0, MaxLength / 2)} … {text.AsSpan(text.Length - (MaxLength / 4))}";
        }

        return text.AsSpan().ContainsAny(Breaking)
            ? string.Create(text.Length, text, static (line, broken) =>
            {
                for (var at = 0; at < line.Length; at++)
                {
                    line[at] = Breaking.Contains(broken[at]) ? ' ' : broken[at];
                }
            })
            : text;
    }
}
