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
    /// The first line that was promised and did not come; null if all came, in their order. Other lines may come between them.
    /// Numbers, ids, times and the width of columns may differ, and <c>…</c> stands for anything.
    /// </summary>
    /// <param name="text">The block.</param>
    /// <param name="output">What came.</param>
    public static string? Missing(string text, string output)
    {
        var commands = Commands(text).Split('\n').ToHashSet();
        var from = 0;
        foreach (var line in text.Split('\n').Where(line => line.Trim() is not ("" or "…")))
        {
            if (commands.Contains(line.StartsWith(Prompt, StringComparison.Ordinal) ? line[Prompt.Length..] : line))
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

    private static Regex Pattern(string line) => new(
        string.Concat(Token().Matches(line.Trim()).Select(token => token.Value switch
        {
            "…" => ".*",
            [' ', ..] => @"\s+",
            ['─', ..] => "─+",
            [>= '0' and <= '9', ..] => "[0-9a-f]+([.,][0-9]+)*",
            var other => Regex.Escape(other),
        })),
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(10));

    /// <summary>What may differ (an id or a number, blanks, a rule, what is left out), or one character.</summary>
    [GeneratedRegex(@"[0-9][0-9a-f]{7,}|[0-9]+([.,][0-9]+)*|\s+|─+|.", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Token();
}
