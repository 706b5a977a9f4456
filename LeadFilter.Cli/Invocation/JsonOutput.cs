using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LeadFilter.Cli.Invocation;

/// <summary>How commands write JSON: one document on one line.</summary>
internal static class JsonOutput
{
    /// <summary>Writes a document and ends the line.</summary>
    /// <typeparam name="T">What it is made of.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="document">What.</param>
    /// <param name="form">How it is written.</param>
    public static void WriteJsonLine<T>(this TextWriter writer, T document, JsonTypeInfo<T> form) =>
        writer.WriteLine(JsonSerializer.Serialize(document, form));
}
