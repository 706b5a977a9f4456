using System.Globalization;

namespace LeadFilter.Core.Files;

/// <summary>
/// Reads typed values from a file's nodes; each adds a mistake and gives null (or nothing) where the node is something else.
/// </summary>
internal static class NodeReading
{
    /// <summary>Checks that an object has no key but these, and names the closest one where it has.</summary>
    public static void OnlyKeys(this FileNode node, MistakeList mistakes, params ReadOnlySpan<string> keys)
    {
        foreach (var (name, value) in node.Members)
        {
            if (!keys.Contains(name) && name is "acceptWhen" or "acceptIf" or "keepWhen" && keys.Contains("rejectWhen"))
            {
                mistakes.Add(
                    value,
                    $"a rule says when to reject, and has no '{name}'",
                    "Write \"rejectWhen\": { \"not\": … } around this condition, or its contrary");
            }
            else if (!keys.Contains(name))
            {
                var closest = Suggestion.Closest(name, keys);
                mistakes.Add(
                    value,
                    $"unknown key '{name}'",
                    closest is null
                        ? $"Remove it, or use one of: {string.Join(", ", keys!)}"
                        : $"Write '{closest}' if you meant that, otherwise remove it");
            }
        }
    }

    /// <summary>A member that must be there.</summary>
    public static FileNode? Required(this FileNode node, string name, MistakeList mistakes, string remedy)
    {
        var found = node.Find(name);
        if (found is null)
        {
            mistakes.Add(node, $"'{name}' is missing", remedy);
        }

        return found;
    }

    public static FileNode? AsObject(this FileNode? node, MistakeList mistakes) =>
        node.As(FileNodeKind.Object, "an object { … }", mistakes);

    public static IReadOnlyList<FileNode> AsArray(this FileNode? node, MistakeList mistakes) =>
        node.As(FileNodeKind.Array, "an array [ … ]", mistakes)?.Items ?? [];

    /// <summary>Text that is not blank.</summary>
    public static string? AsText(this FileNode? node, MistakeList mistakes)
    {
        var text = node.As(FileNodeKind.Text, "text in \"quotes\"", mistakes)?.Text;
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            mistakes.Add(node!, "this text is empty", "Write something, or remove the key");
            return null;
        }

        return text;
    }

    public static decimal? AsDecimal(this FileNode? node, decimal min, decimal max, MistakeList mistakes)
    {
        if (node.As(FileNodeKind.Number, "a number", mistakes) is not { } found)
        {
            return null;
        }

        if (decimal.TryParse(found.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= min
            && number <= max)
        {
            return number;
        }

        mistakes.Add(found, $"{found.Text} is out of range", $"Write a number from {min} to {max}");
        return null;
    }

    /// <summary>True or false; false if there is no such key.</summary>
    /// <summary>One of a few words.</summary>
    public static string? AsWord(this FileNode? node, MistakeList mistakes, params ReadOnlySpan<string> words)
    {
        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (words.Contains(text))
        {
            return text;
        }

        var closest = Suggestion.Closest(text, words);
        mistakes.Add(
            node!,
            $"'{text}' is not known here",
            closest is null
                ? $"Use one of: {string.Join(", ", words!)}"
                : $"Write '{closest}' if you meant that; there are: {string.Join(", ", words!)}");
        return null;
    }

    public static bool AsFlag(this FileNode? node, MistakeList mistakes) =>
        node.As(FileNodeKind.Boolean, "true or false", mistakes)?.Text == "true";

    private static FileNode? As(this FileNode? node, FileNodeKind kind, string inWords, MistakeList mistakes)
    {
        if (node is null || node.Kind == kind)
        {
            return node;
        }

        mistakes.Add(node, $"this is {node.KindInWords}", Rewritten(node, kind) is { } same ? $"Write {same}" : $"Write {inWords}");
        return null;
    }

    /// <summary>The same value in the kind that is wanted, as it is to be written; null if it has none.</summary>
    private static string? Rewritten(FileNode node, FileNodeKind kind) => (node.Kind, kind) switch
    {
        (FileNodeKind.Text, FileNodeKind.Number) => Number(node.Text) is { } number ? $"{number}, a number without quotes" : null,
        (FileNodeKind.Text, FileNodeKind.Boolean) => node.Text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "ON" or "1" => "true without quotes",
            "FALSE" or "NO" or "OFF" or "0" => "false without quotes",
            _ => null,
        },
        (FileNodeKind.Number, FileNodeKind.Boolean) when node.Text is "0" or "1" => node.Text == "1" ? "true" : "false",
        (FileNodeKind.Boolean, FileNodeKind.Text) => $"it in quotes: \"{node.Text}\"",
        (FileNodeKind.Text, FileNodeKind.Array) => $"it in brackets: [ \"{node.Text}\" ]",
        (FileNodeKind.Number or FileNodeKind.Boolean, FileNodeKind.Array) => $"it in brackets: [ {node.Text} ]",
        _ => null,
    };

    /// <summary>"100", "$1,250.00" and "50 %" as numbers of JSON.</summary>
    private static string? Number(string text)
    {
        var bare = text.Trim().Trim('$', '\u20AC', '\u00A3', '%', ' ').Replace(",", "", StringComparison.Ordinal);
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(bare, Plain, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
    }
}
