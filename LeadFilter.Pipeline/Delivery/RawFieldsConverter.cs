using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>A lead's fields as one JSON object, in their order. A field without a text is left out.</summary>
internal sealed class RawFieldsConverter : JsonConverter<IReadOnlyList<KeyValuePair<string, string>>>
{
    public override IReadOnlyList<KeyValuePair<string, string>> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        var fields = new List<KeyValuePair<string, string>>(32);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.GetString() is { } raw)
            {
                fields.Add(new(name, raw));
            }
        }

        return fields;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, string>> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, raw) in value)
        {
            writer.WriteString(name, raw);
        }

        writer.WriteEndObject();
    }
}
