using System.Globalization;
using System.Text.Json;
using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>The text of a value in a JSON answer, as a field's type reads it.</summary>
public static class FactText
{
    /// <summary>The text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Null if it is an object, an array or null.</returns>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>The text of a value of a type: where the type is text, several texts are joined.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type.</param>
    /// <returns>Null if it is no value of such a type.</returns>
    public static string? Of(JsonElement value, FieldType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (value.ValueKind != JsonValueKind.Array)
        {
            return Of(value);
        }

        var texts = value.EnumerateArray().Select(Of).ToList();
        return type.Kind == ValueKind.Text && !texts.Contains(null) ? string.Join(", ", texts) : null;
    }
}
