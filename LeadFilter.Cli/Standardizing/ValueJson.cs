using System.Text.Json;
using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Standardizing;

/// <summary>Writes what standardising made of a raw value.</summary>
internal static class ValueJson
{
    /// <summary>Why a value is not valid that holds nothing.</summary>
    public const string Blank = "blank";

    /// <summary>Writes one object: raw (masked if it is a secret), value, valid, why and parts.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="type">The value's type.</param>
    /// <param name="raw">The text as it was given.</param>
    /// <param name="at">The time against which ages are told.</param>
    public static void Write(Utf8JsonWriter json, FieldType type, string raw, DateTimeOffset at)
    {
        var value = type.Standardize(raw);
        json.WriteStartObject();
        json.WriteString("raw"u8, value.Raw);
        json.WritePropertyName("value"u8);
        WriteTyped(json, type, value);
        json.WriteBoolean("valid"u8, value.IsValid);
        json.WriteString("why"u8, value.Validity is Validity.Blank ? Blank : value.Why);
        json.WriteStartObject("parts"u8);
        foreach (var part in value.IsValid ? type.Parts : [])
        {
            var read = part.Read(value, at);
            if (read.IsValid)
            {
                json.WritePropertyName(part.Name);
                WriteTyped(json, part.Type, read);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTyped(Utf8JsonWriter json, FieldType type, in FieldValue value)
    {
        if (!value.IsValid)
        {
            json.WriteNullValue();
        }
        else if (type.Kind is ValueKind.Number or ValueKind.Flag)
        {
            json.WriteRawValue(type.CanonicalText(value));
        }
        else
        {
            json.WriteStringValue(type.CanonicalText(value));
        }
    }
}
