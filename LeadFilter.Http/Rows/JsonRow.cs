using System.Text.Json;

namespace LeadFilter.Http.Rows;

/// <summary>Rows that are written as JSON: an object's members are cells, and a text is a value that stands alone.</summary>
internal static class JsonRow
{
    /// <summary>Reads a row.</summary>
    /// <param name="text">The JSON, whatever it holds.</param>
    /// <param name="number">Its line.</param>
    public static FileRow Read(string text, long number)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Of(json.RootElement, number);
        }
        catch (JsonException)
        {
            return FileRow.Broken(number, "not valid JSON");
        }
    }

    /// <summary>The row of an element.</summary>
    /// <param name="json">The element.</param>
    /// <param name="number">Its line, or its place in an array, from 1.</param>
    public static FileRow Of(JsonElement json, long number)
    {
        try
        {
            if (json.ValueKind is JsonValueKind.String)
            {
                return new(number, [new("", json.GetString()!)], null);
            }

            if (json.ValueKind is not JsonValueKind.Object)
            {
                return FileRow.Broken(number, "neither a JSON object nor a JSON text");
            }

            var cells = new List<KeyValuePair<string, string>>();
            Flatten(json, "", cells);
            return new(number, cells, null);
        }
        catch (InvalidOperationException)
        {
            return FileRow.Broken(number, "a text that is not Unicode");
        }
    }

    private static void Flatten(JsonElement json, string prefix, List<KeyValuePair<string, string>> cells)
    {
        foreach (var member in json.EnumerateObject().Where(static member => !string.IsNullOrWhiteSpace(member.Name)))
        {
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    Flatten(member.Value, $"{prefix}{member.Name}.", cells);
                    break;
                case JsonValueKind.String when !string.IsNullOrWhiteSpace(member.Value.GetString()):
                    cells.Add(new(prefix + member.Name, member.Value.GetString()!));
                    break;
                case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                    cells.Add(new(prefix + member.Name, member.Value.GetRawText()));
                    break;
                case JsonValueKind.Array when member.Value.EnumerateArray().All(static item => item.ValueKind is JsonValueKind.String):
                    cells.Add(new(prefix + member.Name, Joined(member.Value)));
                    break;
            }
        }
    }

    private static string Joined(JsonElement texts) => string.Join(',', texts.EnumerateArray().Select(static item => item.GetString()));
}
