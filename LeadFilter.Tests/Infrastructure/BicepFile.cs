using System.Text.RegularExpressions;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>A Bicep file, read for what the tests ask of it. It is the compiler's business whether it is right as a whole.</summary>
internal sealed partial class BicepFile
{
    private BicepFile(string name, string text)
    {
        Name = name;
        Text = WithoutComments(text);
    }

    /// <summary>The path below infra, such as <c>app/queues.bicep</c>.</summary>
    public string Name { get; }

    /// <summary>The text without comments.</summary>
    public string Text { get; }

    /// <summary>Every template of the installation.</summary>
    public static IReadOnlyList<BicepFile> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.bicep", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => Read(Path.GetRelativePath(Folder, file))),
    ];

    /// <summary>The parameters, each with whether it must be given.</summary>
    public IReadOnlyDictionary<string, bool> Parameters => ParameterLine().Matches(Text)
        .ToDictionary(found => found.Groups["name"].Value, found => !found.Groups["default"].Success);

    /// <summary>The outputs' names.</summary>
    public IReadOnlyList<string> Outputs => [.. OutputLine().Matches(Text).Select(found => found.Groups["name"].Value)];

    /// <summary>The modules that it uses.</summary>
    public IReadOnlyList<BicepModule> Modules =>
        [.. ModuleStart().Matches(Text).Select(found => new BicepModule(
            found.Groups["name"].Value, found.Groups["path"].Value, KeysOf(Block(Block(Text, found.Index), "params:"))))];

    private static string Folder => Path.Combine(SampleFiles.Root, "infra");

    /// <summary>Reads a file below infra.</summary>
    public static BicepFile Read(string name) => new(name.Replace('\\', '/'), File.ReadAllText(Path.Combine(Folder, name)));

    /// <summary>The values of a property wherever it stands, as written.</summary>
    public IReadOnlyList<string> Values(string property) =>
    [
        .. PropertyLine().Matches(Text)
            .Where(found => found.Groups["name"].Value == property)
            .Select(found => found.Groups["value"].Value),
    ];

    /// <summary>The one value of a property, without quotes.</summary>
    public string Value(string property) => Values(property).Distinct().Single().Trim('\'');

    /// <summary>The texts in the array that is given to a parameter or variable.</summary>
    public IReadOnlyList<string> Array(string name)
    {
        var items = ArrayStart().Matches(Text).Single(found => found.Groups["name"].Value == name).Groups["items"].Value;
        return [.. QuotedText().Matches(items).Select(found => found.Groups["text"].Value)];
    }

    /// <summary>The names of an object's properties, from the place where a text stands.</summary>
    public IReadOnlyList<string> KeysAfter(string text) => KeysOf(Block(Text, Text.IndexOf(text, StringComparison.Ordinal)));

    private static string Block(string text, string after)
    {
        var at = text.IndexOf(after, StringComparison.Ordinal);
        return at < 0 ? "" : Block(text, at);
    }

    /// <summary>What stands between the first brace after a place and its counterpart. Braces in texts come in pairs.</summary>
    private static string Block(string text, int from)
    {
        var open = text.IndexOf('{', from);
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return text[(open + 1)..at];
            }
        }

        throw new FormatException("A brace is not closed.");
    }

    private static List<string> KeysOf(string block)
    {
        var keys = new List<string>();
        var depth = 0;
        foreach (var line in block.Split('\n'))
        {
            if (depth == 0 && KeyLine().Match(line) is { Success: true } key)
            {
                keys.Add(key.Groups["key"].Value);
            }

            depth += line.Count(letter => letter is '{' or '[' or '(') - line.Count(letter => letter is '}' or ']' or ')');
        }

        return keys;
    }

    private static string WithoutComments(string text) => Comment().Replace(text, found => found.Groups["text"].Value);

    [GeneratedRegex(@"(?<text>'(?:\\.|[^'\\\n])*')|//[^\n]*|/\*.*?\*/", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^param (?<name>\w+) [^\n=]+(?<default>=)?", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterLine();

    [GeneratedRegex(@"^output (?<name>\w+) ", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OutputLine();

    [GeneratedRegex(@"^module (?<name>\w+) '(?<path>[^']+)' = ", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModuleStart();

    [GeneratedRegex(@"^\s*'?(?<key>[\w.-]+)'?\s*:", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"^\s*(?<name>\w+):[ ]*(?<value>[^\s].*?)\s*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PropertyLine();

    [GeneratedRegex(@"^(?:param|var) (?<name>\w+)[^\n=]*=\s*\[(?<items>[^\]]*)\]", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArrayStart();

    [GeneratedRegex("'(?<text>[^']*)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuotedText();
}
