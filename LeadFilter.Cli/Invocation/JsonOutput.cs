using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Invocation;

/// <summary>How commands write JSON: one document on one line, names in camel case.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a document and ends the line.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="document">What.</param>
    public static void WriteJsonLine<T>(this TextWriter writer, T document) =>
        writer.WriteLine(JsonSerializer.Serialize(document, Options));
}
