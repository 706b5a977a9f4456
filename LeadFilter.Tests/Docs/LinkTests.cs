using System.Text;
using System.Text.RegularExpressions;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Docs;

/// <summary>Links between the pages lead somewhere.</summary>
[TestClass]
public sealed partial class LinkTests
{
    public static IEnumerable<object[]> Pages => DocumentPages.All.Select(page => new object[] { page });

    [TestMethod]
    [DynamicData(nameof(Pages))]
    public void Links_lead_to_files_and_headings_that_exist(string page)
    {
        var broken = Prose(page).SelectMany(line => Link().Matches(line)).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Exists(page, target));
        Assert.AreEqual("", string.Join('\n', broken), page);
    }

    private static bool Exists(string page, string target)
    {
        var (path, anchor) = target.Split('#') switch
        {
            [var file] => (file, ""),
            [var file, var heading] => (file, heading),
            _ => (target, ""),
        };
        var full = path == "" ? Full(page) : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Full(page))!, path));
        return anchor == "" ? Path.Exists(full) : File.Exists(full) && Anchors(full).Contains(anchor);
    }

    private static HashSet<string> Anchors(string path)
    {
        var seen = new HashSet<string>();
        foreach (var heading in Prose(path).Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim()))
        {
            var anchor = Anchor(heading);
            var unique = anchor;
            for (var i = 1; !seen.Add(unique); i++)
            {
                unique = $"{anchor}-{i}";
            }
        }

        return seen;
    }

    /// <summary>The name that GitHub gives a heading.</summary>
    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var letter in heading)
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
            {
                anchor.Append(char.ToLowerInvariant(letter));
            }
            else if (letter == ' ')
            {
                anchor.Append('-');
            }
        }

        return anchor.ToString();
    }

    /// <summary>The lines outside of fenced blocks.</summary>
    private static IEnumerable<string> Prose(string page)
    {
        var inside = false;
        foreach (var line in File.ReadAllLines(Full(page)))
        {
            var fence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            inside ^= fence;
            if (!inside && !fence)
            {
                yield return line;
            }
        }
    }

    private static string Full(string page) => Path.Combine(SampleFiles.Root, page);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.None, 5_000)]
    private static partial Regex Link();
}
