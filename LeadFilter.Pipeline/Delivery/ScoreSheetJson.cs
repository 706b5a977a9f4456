using System.Text.Json;
using LeadFilter.Core.Scores;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>A score sheet as JSON: in the queue, and in the body of the call to the CRM.</summary>
internal static class ScoreSheetJson
{
    public static void Write(Utf8JsonWriter json, ScoreSheet sheet)
    {
        json.WriteStartObject();
        json.WriteNumber("value"u8, sheet.Value);
        json.WriteStartArray("points"u8);
        foreach (var (id, kind, points) in sheet.Contributions)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, id);
            json.WriteString("kind"u8, kind == ScoreKind.Behaviour ? "behaviour"u8 : "profile"u8);
            json.WriteNumber("points"u8, points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the reader stands on the property's name.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static ScoreSheet Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        var sheet = JsonElement.ParseValue(ref reader);
        return sheet.ValueKind == JsonValueKind.Object
            && sheet.TryGetProperty("value"u8, out var value)
            && sheet.TryGetProperty("points"u8, out var points)
            ? new(value.GetDouble(), [.. points.EnumerateArray().Select(ReadContribution)])
            : throw new JsonException();
    }

    private static ScoreContribution ReadContribution(JsonElement line) =>
        line.TryGetProperty("id"u8, out var id) && line.TryGetProperty("kind"u8, out var kind)
            && line.TryGetProperty("points"u8, out var points)
            ? new(id.GetString() ?? "", kind.ValueEquals("behaviour"u8) ? ScoreKind.Behaviour : ScoreKind.Profile, points.GetDouble())
            : throw new JsonException();
}
