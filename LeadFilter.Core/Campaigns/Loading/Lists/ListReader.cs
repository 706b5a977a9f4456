using System.Text;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Campaigns.Loading.Lists;

/// <summary>
/// Reads the section <c>lists</c>: names of text files with one value a line. A file is read when a condition uses its list, by the type
/// of the field that is looked up in it.
/// </summary>
/// <param name="section">The section; null if there is none.</param>
/// <param name="campaignFile">The campaign file, for messages: the lists' paths are relative to its folder.</param>
/// <param name="source">Where the contents come from; null if there are none.</param>
/// <param name="mistakes">Where to say what is wrong.</param>
internal sealed class ListReader(FileNode? section, string campaignFile, ListSource? source, MistakeList mistakes)
{
    private const int MaxMistakes = 20;
    private const string PathForm = "Write a path below the campaign's folder, such as lists/zips.txt";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, FileNode> paths = [];
    private readonly Dictionary<string, string?> texts = [];
    private readonly Dictionary<(string Name, FieldType Type), ValueSet?> sets = [];

    /// <summary>Reads the names and paths.</summary>
    public void ReadNames()
    {
        foreach (var (name, node) in section.AsObject(mistakes)?.Members ?? [])
        {
            if (!Slug.IsSlug(name))
            {
                mistakes.Add(node, $"'{name}' is not a valid list name", $"Write {Slug.Form}");
            }
            else if (node.AsText(mistakes) is { } path)
            {
                if (FilePath.IsBelow(path))
                {
                    paths[name] = node;
                }
                else
                {
                    mistakes.Add(node, $"'{path}' is not a valid list path", PathForm);
                }
            }
        }
    }

    /// <summary>The values of a list, standardised by the type of a field.</summary>
    /// <param name="node">The node that names the list.</param>
    /// <param name="type">The field's type.</param>
    /// <returns>The values; null if there is a mistake.</returns>
    public ValueSet? Find(FileNode node, FieldType type)
    {
        if (node.AsText(mistakes) is not { } name)
        {
            return null;
        }

        if (!paths.TryGetValue(name, out var pathNode))
        {
            // A list whose path is wrong has its mistake already.
            if (section?.Find(name) is null)
            {
                var closest = Suggestion.Closest(name, [.. paths.Keys]);
                mistakes.Add(
                    node,
                    $"there is no list '{name}'",
                    closest is null ? $"Add \"lists\": {{ \"{name}\": \"lists/{name}.txt\" }}" : $"Write '{closest}' if you meant that");
            }

            return null;
        }

        if (!sets.TryGetValue((name, type), out var set))
        {
            sets[(name, type)] = set = TextOf(name, pathNode) is { } text ? Read(name, pathNode, text, type) : null;
        }

        return set;
    }

    /// <summary>Warns of lists that no condition uses. That their files are missing is a mistake all the same.</summary>
    public void WarnOfUnused()
    {
        foreach (var (name, node) in paths.Where(list => !texts.ContainsKey(list.Key)).ToList())
        {
            TextOf(name, node);
            if (!mistakes.IsOwn(node))
            {
                // Another campaign may use it.
                continue;
            }

            mistakes.Warn(node, $"nothing uses the list '{name}'", $"Use it by \"op\": \"in\", \"list\": \"{name}\", or remove it");
        }
    }

    private string FileOf(FileNode pathNode) => FilePath.From(campaignFile, pathNode.Text);

    private string? TextOf(string name, FileNode pathNode)
    {
        if (texts.TryGetValue(name, out var known))
        {
            return known;
        }

        texts[name] = null;
        if (source?.Invoke(pathNode.Text) is not { } content)
        {
            mistakes.Add(
                pathNode,
                $"the list's file '{pathNode.Text}' is not there or cannot be read",
                "Put it below the campaign's folder, and let the filter read it");
            return null;
        }

        var utf8 = content.Span;
        try
        {
            return texts[name] = Utf8.GetString(utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8);
        }
        catch (DecoderFallbackException error)
        {
            var line = 1 + utf8[..Math.Max(error.Index, 0)].Count((byte)'\n');
            mistakes.Of(FileOf(pathNode)).Add(line, 1, name, "this is not valid UTF-8", "Save the file as UTF-8");
            return null;
        }
    }

    private ValueSet? Read(string name, FileNode pathNode, string text, FieldType type)
    {
        var own = mistakes.Of(FileOf(pathNode));
        var (texts, numbers) = (new List<string>(), new List<double>());
        var (wrong, lineAfterThose) = (0, 0);
        for (var (start, line) = (0, 1); start < text.Length; line++)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var written = text.AsSpan(start, end - start).Trim();
            start = end + 1;
            if (written.IsEmpty || written[0] == '#')
            {
                continue;
            }

            var value = type.Standardize(written.ToString());
            if (!value.IsValid)
            {
                wrong++;
                lineAfterThose = wrong == MaxMistakes + 1 ? line : lineAfterThose;
                if (wrong <= MaxMistakes)
                {
                    // Not the line itself: it may be a person's, and this is logged.
                    own.Add(
                        line,
                        1,
                        name,
                        $"this is not a valid {type.Name} ({value.Why})",
                        "Correct the line, or make it a comment with # at its start");
                }
            }
            else if (type.Kind == ValueKind.Text)
            {
                texts.Add(type.CanonicalText(in value));
            }
            else
            {
                numbers.Add(value.Number);
            }
        }

        if (wrong > MaxMistakes)
        {
            var (more, are) = (wrong - MaxMistakes, wrong - MaxMistakes == 1 ? "line from here on is" : "lines from here on are");
            own.Add(lineAfterThose, 1, name, $"{more} {are} not a valid {type.Name}", "Correct them too");
        }

        if (wrong == 0 && texts.Count + numbers.Count == 0)
        {
            own.Add(1, 1, name, "the list is empty", "Write at least one value, one a line; lines that begin with # are comments");
        }

        return own.Count > 0 ? null : type.Kind == ValueKind.Text ? ValueSet.OfTexts(texts) : ValueSet.OfNumbers(numbers);
    }
}
