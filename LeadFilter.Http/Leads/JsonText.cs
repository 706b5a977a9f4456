using System.Text;
using System.Text.Json;

namespace LeadFilter.Http.Leads;

/// <summary>Values of JSON as the text of a field.</summary>
internal static class JsonText
{
    /// <summary>Why a value is no text, as the end of a sentence about the field.</summary>
    public const string NotText =
        "holds half of a character (one of a surrogate pair, such as \\ud83d), or is not UTF-8. Send whole characters, in UTF-8.";

    /// <summary>Why a list is no text, as the end of a sentence about the field.</summary>
    public const string NotOneText = "is an array of objects or arrays. Send texts and numbers only.";

    /// <summary>Reads a text, a number, true, false or null.</summary>
    /// <param name="reader">Where the value is.</param>
    /// <param name="text">Its text; null is the same as not sent.</param>
    /// <returns>False if it is no text: half of a surrogate pair, bytes that are not UTF-8.</returns>
    public static bool TryRead(ref readonly Utf8JsonReader reader, out string? text)
    {
        text = null;
        try
        {
            text = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                _ => null,
            };
            return true;
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say it.
            return false;
        }
    }

    /// <summary>Reads a list of texts as one text, with commas.</summary>
    /// <param name="reader">Where the list begins; at its end afterwards, if it was read.</param>
    /// <param name="joined">The text.</param>
    /// <returns>Null, or why it is no text, as the end of a sentence about the field.</returns>
    public static string? ReadList(ref Utf8JsonReader reader, out string joined)
    {
        joined = "";
        StringBuilder? builder = null;
        for (var empty = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray;)
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                return NotOneText;
            }

            if (!TryRead(ref reader, out var value))
            {
                return NotText;
            }

            if (value is null)
            {
                continue;
            }

            if (empty)
            {
                joined = value;
                empty = false;
            }
            else
            {
                builder ??= new(joined);
                builder.Append(',').Append(value);
            }
        }

        joined = builder?.ToString() ?? joined;
        return null;
    }
}
