using System.Text.RegularExpressions;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Architecture;

/// <summary>How the product's source is written, as far as no analyzer looks.</summary>
[TestClass]
public sealed class ProductSourceTests
{
    private const int LongestLine = 140;

    // Words in a literal that read oddly, or that are British.
    private static readonly Regex Unidiomatic = new(
        @"""[^""]*\b([Mm]ends?\b|[Hh]angs? on\b|anew\b|for ever\b|recognis|organis|authoris|programme\b|licence\b|in vain\b)[^""]*""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly string[] Projects = ["Core", "Pipeline", "Http", "Sqlite", "Cli", "Functions"];

    [TestMethod]
    public void No_line_is_longer_than_140_columns() =>
        Assert.AreEqual("", string.Join('\n', Lines().Where(static line => line.Text.Length > LongestLine).Select(static line => line.Place)));

    [TestMethod]
    public void Messages_are_in_plain_American_English() =>
        Assert.AreEqual(
            "", string.Join('\n', Lines().Where(static line => Unidiomatic.IsMatch(line.Text)).Select(static line => $"{line.Place}: {line.Text.Trim()}")));

    private static IEnumerable<(string Place, string Text)> Lines() =>
        from project in Projects
        let folder = Path.Combine(SampleFiles.Root, $"LeadFilter.{project}")
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(SampleFiles.Root, file).Replace('\\', '/')
        where !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal)
        from line in File.ReadLines(file).Index()
        select ($"{name}:{line.Index + 1}", line.Item);
}
