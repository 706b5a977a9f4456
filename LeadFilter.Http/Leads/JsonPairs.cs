using System.Text.Json;

namespace LeadFilter.Http.Leads;

/// <summary>
/// A list of objects that each hold a name and a value: <c>{"name": …, "values": […]}</c> of Meta's lead ads,
/// <c>{"column_id": …, "string_value": …}</c> of Google Ads, <c>{"name": …, "value": …}</c> of form builders.
/// </summary>
internal static class JsonPairs
{
    /// <summary>Reads a list.</summary>
    /// <param name="reader">Where the list begins.</param>
    /// <returns>The names and values; null if it is another list.</returns>
    public static List<KeyValuePair<string, string?>>? Read(Utf8JsonReader reader)
    {
        var pairs = new List<KeyValuePair<string, string?>>();
        var hasValue = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            if (ReadOne(ref reader, ref hasValue) is not { } pair)
            {
                return null;
            }

            pairs.Add(pair);
        }

        return hasValue && reader.TokenType == JsonTokenType.EndArray ? pairs : null;
    }

    private static KeyValuePair<string, string?>? ReadOne(ref Utf8JsonReader reader, ref bool hasValue)
    {
        string? id = null;
        string? name = null;
        string? value = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("column_id"u8);
            var isName = isId || reader.ValueTextEquals("name"u8) || reader.ValueTextEquals("field"u8) || reader.ValueTextEquals("key"u8);
            var isValue = reader.ValueTextEquals("value"u8)
                || reader.ValueTextEquals("values"u8)
                || reader.ValueTextEquals("string_value"u8);
            reader.Read();
            if (isName && reader.TokenType == JsonTokenType.String)
            {
                if (!JsonText.TryRead(ref reader, out var text))
                {
                    return null;
                }

                (id, name) = (isId ? text : id, isId ? name : name ?? text);
            }
            else if (!isValue)
            {
                reader.Skip();
            }
            else if (!TryReadValue(ref reader, ref value))
            {
                return null;
            }
            else
            {
                hasValue = true;
            }
        }

        return (id ?? name) is { Length: > 0 } known ? new(known, value) : null;
    }

    private static bool TryReadValue(ref Utf8JsonReader reader, ref string? value)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            var isText = JsonText.ReadList(ref reader, out var joined) is null;
            value ??= joined;
            return isText;
        }

        if (reader.TokenType == JsonTokenType.StartObject || !JsonText.TryRead(ref reader, out var text))
        {
            return false;
        }

        value ??= text;
        return true;
    }
}
