using System.Text.RegularExpressions;

namespace LeadFilter.Tests.Docs;

/// <summary>A block that shows commands behind <c>$ </c> and what they print.</summary>
internal static partial class Transcript
{
    private const string Prompt = "$ ";

    /// <summary>The commands alone, with the lines that continue them.</summary>
    public static string Commands(string text)
    {
        var commands = new List<string>();
        var continues = false;
        foreach (var line in text.Split('\n'))
        {
            if (continues || line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                commands.Add(continues ? line : line[Prompt.Length..]);
                continues = line.EndsWith('\\');
            }
        }

        return string.Join('\n', commands) + "\n";
    }

    /// <summary>
    /// The first line that was promised and did not come; null if all came, in their order. Other lines may stand between them. Numbers, ids,
    /// times and the width of columns may differ, and <c>…</c> stands for anything.
    /// </summary>
    /// <param name="text">The block.</param>
    /// <param name="output">What came.</param>
    public static string? Missing(string text, string output)
    {
        var commands = Commands(text).Split('\n').ToHashSet();
        var from = 0;
        foreach (var line in text.Split('\n').Where(line => line.Trim() is not ("" or "…")))
        {
            if (commands.Contains(line) || commands.Contains(line.StartsWith(Prompt, StringComparison.Ordinal) ? line[Prompt.Length..] : line))
            {
                continue;
            }

            var match = Pattern(line).Match(output, from);
            if (!match.Success)
            {
                return line;
            }

            from = match.Index + match.Length;
        }

        return null;
    }

    private static Regex Pattern(string line)
    {
        var pattern = Regex.Escape(line.Trim());
        pattern = Ellipsis().Replace(pattern, ".*");
        pattern = Id().Replace(pattern, "[0-9a-f]+");
        pattern = Rule().Replace(pattern, "─+");
        pattern = Number().Replace(pattern, @"\d+([.,]\d+)*");
        return new(Blanks().Replace(pattern, @"\s+"), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
    }

    [GeneratedRegex("…")]
    private static partial Regex Ellipsis();

    [GeneratedRegex(@"\b[0-9a-f]{8,}\b")]
    private static partial Regex Id();

    [GeneratedRegex("─+")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<![\[\w])\d+((\\\.|,)\d+)*(?![\w-]*\])")]
    private static partial Regex Number();

    [GeneratedRegex(@"(\\ )+")]
    private static partial Regex Blanks();
}
