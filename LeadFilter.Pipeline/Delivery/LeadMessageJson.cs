using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>
/// A <see cref="LeadMessage"/> as UTF-8 JSON, version 1. A reader skips names that it does not know, so that names can be
/// added without a new version; a change of meaning needs one.
/// </summary>
internal static class LeadMessageJson
{
    // The JSON is never part of a web page, so accents and '+' may stay readable.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(LeadMessage lead)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            JsonSerializer.Serialize(json, LeadDocument.Of(lead), DeliveryJson.Default.LeadDocument);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Reads a message.</summary>
    /// <param name="json">The body of a queue's message, whatever it holds.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="why">Why it cannot be read, in a sentence without any of its content.</param>
    public static bool TryRead(ReadOnlySpan<byte> json, [NotNullWhen(true)] out LeadMessage? lead, [NotNullWhen(false)] out string? why)
    {
        try
        {
            string? gap = null;
            lead = JsonSerializer.Deserialize(json, DeliveryJson.Default.LeadDocument)?.ToMessage(out gap);
            why = lead is not null ? null : gap is null ? "The body is not a JSON object." : Gap(gap);
        }
        catch (JsonException mistake)
        {
            lead = null;
            why = NameIn(mistake.Path) is { } name ? Gap(name) : "The body is not JSON.";
        }

        return lead is not null;
    }

    private static string Gap(string name) => name == "v"
        ? $"The body is not of version {LeadDocument.Version} of this format."
        : $"The body's \"{name}\" is missing or not valid.";

    /// <summary>The name of the format that a mistake's path begins with: other names may be part of what was sent.</summary>
    private static string? NameIn(string? path)
    {
        if (path is null || !path.StartsWith("$.", StringComparison.Ordinal))
        {
            return null;
        }

        var name = path[2..];
        var end = name.AsSpan().IndexOfAny('.', '[');
        name = end < 0 ? name : name[..end];
        return DeliveryJson.Default.LeadDocument.Properties.Any(property => property.Name == name) ? name : null;
    }
}
