using System.Text.Json;
using LeadFilter.Sqlite.Json;

namespace LeadFilter.Sqlite.Queues;

/// <summary>A message's properties as one JSON object of strings.</summary>
internal static class MessageProperties
{
    /// <summary>Writes them as UTF-8 JSON.</summary>
    /// <param name="properties">The properties.</param>
    public static byte[] Write(IReadOnlyDictionary<string, string> properties) =>
        JsonText.Object(properties, static (writer, all) =>
        {
            foreach (var (name, value) in all)
            {
                writer.WriteString(name, value);
            }
        });

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="utf8">The JSON.</param>
    public static IReadOnlyDictionary<string, string> Read(ReadOnlySpan<byte> utf8)
    {
        var properties = new Dictionary<string, string>();
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            properties[name] = reader.GetString()!;
        }

        return properties;
    }
}
