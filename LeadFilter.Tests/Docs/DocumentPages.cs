using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Docs;

/// <summary>The pages that people read, and the fenced blocks on them.</summary>
internal static class DocumentPages
{
    private const string Fence = "```";

    /// <summary>Every page, as paths below the repository with slashes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "README.md",
        "samples/README.md",
        .. Directory.GetFiles(Path.Combine(SampleFiles.Root, "docs"), "*.md")
            .Select(path => $"docs/{Path.GetFileName(path)}").Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<FencedBlock> Blocks { get; } = [.. All.SelectMany(Read)];

    public static string[] Lines(string page) => File.ReadAllLines(Path.Combine(SampleFiles.Root, page));

    private static IEnumerable<FencedBlock> Read(string page)
    {
        var lines = Lines(page);
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart().Length;
            if (!lines[i].AsSpan(indent).StartsWith(Fence))
            {
                continue;
            }

            var (language, info) = Split(lines[i][(indent + Fence.Length)..].Trim());
            var end = Array.FindIndex(lines, i + 1, line => line.Trim() == Fence);
            Assert.IsGreaterThan(i, end, $"{page}:{i + 1}: the block does not end.");
            var text = lines[(i + 1)..end].Select(line => line[Math.Min(indent, line.Length)..]);
            yield return new(page, i + 1, language, info, string.Join('\n', text));
            i = end;
        }
    }

    private static (string Language, string Info) Split(string words) =>
        words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (words[..space], words[(space + 1)..]) : (words, "");
}
