using System.Text;
using System.Text.Json;

namespace LeadFilter.Core.Files;

/// <summary>Reads JSON files that people write: comments and trailing commas are allowed, and every value knows where it stands.</summary>
internal ref struct FileParser
{
    private readonly MistakeList mistakes;
    private readonly List<int> lineStarts;
    private readonly bool returnsAlone;
    private Utf8JsonReader reader;
    private string inside = "$";

    private FileParser(ReadOnlySpan<byte> utf8, MistakeList mistakes)
    {
        this.mistakes = mistakes;
        lineStarts = [0];
        for (var at = 0; at < utf8.Length; at++)
        {
            if (utf8[at] == (byte)'\n')
            {
                lineStarts.Add(at + 1);
            }

            returnsAlone |= utf8[at] == (byte)'\r' && utf8[(at + 1)..] is not [(byte)'\n', ..];
        }

        reader = new(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 });
    }

    /// <summary>Parses a file.</summary>
    /// <param name="utf8">Its bytes; a byte order mark is skipped.</param>
    /// <param name="mistakes">Where to say what is wrong.</param>
    /// <returns>The root, an object; null if the file cannot be read as one.</returns>
    public static FileNode? Parse(ReadOnlySpan<byte> utf8, MistakeList mistakes)
    {
        if (utf8.StartsWith(Encoding.Unicode.Preamble) || utf8.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            mistakes.Add(1, 1, "$", "this file is UTF-16", "Save it as UTF-8");
            return null;
        }

        var text = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        if (!text.ContainsAnyExcept(" \t\r\n"u8))
        {
            mistakes.Add(1, 1, "$", "the file is empty", "Put one object { … } into it");
            return null;
        }

        var parser = new FileParser(text, mistakes);
        try
        {
            parser.reader.Read();
            var root = parser.ReadValue("$");
            parser.reader.Read();
            if (root.Kind == FileNodeKind.Object)
            {
                return root;
            }

            mistakes.Add(root, $"the file holds {root.KindInWords}", "Put one object { … } into it");
        }
        catch (JsonException error)
        {
            parser.Refuse(text, error);
        }
        catch (InvalidOperationException)
        {
            var (line, column) = parser.PlaceOf(parser.reader.TokenStartIndex);
            mistakes.Add(
                line,
                column,
                parser.inside,
                "this text is not valid UTF-8",
                "Save the file as UTF-8, and write no unpaired surrogate");
        }

        return null;
    }

    private readonly void Refuse(ReadOnlySpan<byte> text, JsonException error)
    {
        var (line, column) = PlaceOf(error);
        var (starts, at) = (lineStarts, lineStarts[line - 1] + column - 1);
        var mistake = SyntaxMistake.Of(text, at, error.Message, offset => PlaceOf(starts, offset).Line)
            ?? new SyntaxMistake(at, $"this is not JSON: {InPlainWords(error.Message)}", "Fix the syntax at this place or just before it");
        (line, column) = PlaceOf(mistake.At);
        mistakes.Add(line, column, inside, mistake.Message, mistake.Remedy);
    }

    /// <summary>What the parser says, without the place and without words for those who program it.</summary>
    private static string InPlainWords(string message)
    {
        foreach (var tail in (ReadOnlySpan<string>)[" LineNumber", ", when isFinalBlock"])
        {
            var end = message.IndexOf(tail, StringComparison.Ordinal);
            message = end > 0 ? message[..end] : message;
        }

        return message.TrimEnd('.', ' ');
    }

    // The reader takes a carriage return in a comment for the end of a line, and then counts lines that no editor shows.
    private readonly (int Line, int Column) PlaceOf(JsonException error) =>
        error.LineNumber < lineStarts.Count && !returnsAlone
            ? ((int)error.LineNumber + 1, (int)(error.BytePositionInLine ?? 0) + 1)
            : PlaceOf(reader.BytesConsumed);

    private readonly (int Line, int Column) PlaceOf(long offset) => PlaceOf(lineStarts, offset);

    private static (int Line, int Column) PlaceOf(List<int> lineStarts, long offset)
    {
        var at = lineStarts.BinarySearch((int)offset);
        var line = at >= 0 ? at : ~at - 1;
        return (line + 1, (int)offset - lineStarts[line] + 1);
    }

    private FileNode ReadValue(string path)
    {
        var (line, column) = PlaceOf(reader.TokenStartIndex);
        inside = path;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(new(FileNodeKind.Object, path, line, column, file: mistakes.File)),
            JsonTokenType.StartArray => ReadArray(new(FileNodeKind.Array, path, line, column, file: mistakes.File)),
            JsonTokenType.String => new(FileNodeKind.Text, path, line, column, reader.GetString()!, mistakes.File),
            JsonTokenType.Number => new(FileNodeKind.Number, path, line, column, Encoding.UTF8.GetString(reader.ValueSpan), mistakes.File),
            JsonTokenType.True => new(FileNodeKind.Boolean, path, line, column, "true", mistakes.File),
            JsonTokenType.False => new(FileNodeKind.Boolean, path, line, column, "false", mistakes.File),
            _ => new(FileNodeKind.Null, path, line, column, file: mistakes.File),
        };
    }

    private FileNode ReadObject(FileNode node)
    {
        var names = new HashSet<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var value = ReadValue(IsPlain(name) ? $"{node.Path}.{name}" : $"{node.Path}['{name}']");
            inside = node.Path;
            if (!names.Add(name))
            {
                mistakes.Add(value, $"'{name}' stands here twice", "Keep one of the two");
            }

            node.Add(name, value);
        }

        return node;
    }

    private FileNode ReadArray(FileNode node)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            node.Add(ReadValue($"{node.Path}[{node.Items.Count}]"));
            inside = node.Path;
        }

        return node;
    }

    private static bool IsPlain(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '$' or '-'))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
