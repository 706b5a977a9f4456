using System.Text.Json;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Requests;

/// <summary>
/// Reads a body of many values: a JSON array of texts, or one value a line, as it is or as a JSON text (NDJSON). Blank lines are
/// passed over.
/// </summary>
internal static class ValueBatch
{
    /// <summary>Reads a body.</summary>
    /// <returns>The values, each with its line or its place in the array, from 1; or what is wrong.</returns>
    public static async ValueTask<(IReadOnlyList<(long Line, string Value)> Values, Problem? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellation)
    {
        var (text, problem) = await BatchBody.ReadAsync(request, cancellation);
        if (text is null)
        {
            return ([], problem);
        }

        var values = new List<(long, string)>();
        if ((text.AsSpan().TrimStart() is ['[', ..] ? ReadArray(text, values) : ReadLines(text, values)) is { } unreadable)
        {
            return ([], Problem.UnreadableBody(unreadable));
        }

        return values.Count == 0 ? ([], Problem.UnreadableBody("The body holds no value. Send a JSON array of texts, or one value a line."))
            : values.Count > BatchBody.MaxLines ? ([], BatchBody.TooLarge)
            : (values, null);
    }

    private static string? ReadArray(string text, List<(long Line, string Value)> values)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            foreach (var item in json.RootElement.EnumerateArray())
            {
                if (TextOf(item) is not { } value)
                {
                    return $"Value {values.Count + 1} of the array is not a text.";
                }

                values.Add((values.Count + 1, value));
            }

            return null;
        }
        catch (JsonException)
        {
            return "The body begins like a JSON array and is none.";
        }
    }

    private static string? ReadLines(string text, List<(long Line, string Value)> values)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var trimmed = line.Trim();
            if (trimmed is ['"', ..])
            {
                if (ReadText(trimmed.ToString()) is not { } value)
                {
                    return $"Line {number} begins like a JSON text and is none.";
                }

                values.Add((number, value));
            }
            else if (trimmed is ['{', ..])
            {
                return $"Line {number} is a JSON object. Send one value a line, as it is or as a JSON text.";
            }
            else if (!trimmed.IsEmpty)
            {
                values.Add((number, trimmed.ToString()));
            }
        }

        return null;
    }

    private static string? ReadText(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return TextOf(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement item)
    {
        try
        {
            return item.ValueKind switch
            {
                JsonValueKind.String => item.GetString(),
                JsonValueKind.Number => item.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }
}
