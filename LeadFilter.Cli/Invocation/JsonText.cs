using System.Text.Json;

namespace LeadFilter.Cli.Invocation;

/// <summary>Reads texts from JSON that may have any form.</summary>
internal static class JsonText
{
    /// <summary>A property's text.</summary>
    /// <param name="element">Who has the property.</param>
    /// <param name="name">The property.</param>
    /// <returns>Null if it is missing, no text or half a surrogate pair, or if the element is no object.</returns>
    public static string? Text(this JsonElement element, string name)
    {
        if (element.ValueKind is not JsonValueKind.Object
            || !element.TryGetProperty(name, out var value)
            || value.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
