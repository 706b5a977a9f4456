using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>
/// A lead in JSON (RFC 8259). Beyond the standard, a comma before a closing brace or bracket is accepted, and so are raw
/// line breaks, tabs and other control characters inside strings; also a list of one lead, and a lead that was written as JSON twice.
/// Comments are not.
/// </summary>
public static class JsonLead
{
    private static readonly Problem NotUtf8 = Problem.UnreadableBody(
        "The body is not UTF-8. Send UTF-8, say the charset in the Content-Type, or write characters beyond ASCII as \\u escapes.");

    /// <summary>Reads a body and all that is certain in it.</summary>
    /// <param name="body">The body.</param>
    /// <param name="draft">Where its fields go.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? Read(ReadOnlySpan<byte> body, LeadDraft draft) => ReadFields(body, draft) ?? LeadBody.Finish(draft);

    /// <summary>Reads the fields of a body as they are named.</summary>
    /// <param name="body">The body.</param>
    /// <param name="draft">Where its fields go.</param>
    /// <returns>What is wrong, or null.</returns>
    internal static Problem? ReadFields(ReadOnlySpan<byte> body, LeadDraft draft)
    {
        body = BodySniffer.WithoutMark(body);
        if (body.TrimStart(" \t\r\n"u8) is [(byte)'"', ..] && Unquoted(body) is { } inner)
        {
            body = inner;
        }

        var fields = new JsonFields(body, draft, 0, stackalloc char[FieldPath.MaxLength], stackalloc int[FieldPath.MaxDepth]);
        try
        {
            return fields.ReadAll();
        }
        catch (JsonException broken)
        {
            var repairedLength = JsonRepair.Measure(body);
            return !Utf8.IsValid(body) ? NotUtf8
                : repairedLength == body.Length ? Broken(broken, "")
                : ReadRepaired(body, repairedLength, draft, fields.Count);
        }
    }

    /// <summary>The object in a text that was written as JSON twice; null if the body is another one.</summary>
    private static byte[]? Unquoted(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            var isWhole = JsonText.TryRead(ref reader, out var text) && !reader.Read();
            return isWhole && text.AsSpan().TrimStart() is ['{', ..] ? Encoding.UTF8.GetBytes(text!) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Problem? ReadRepaired(ReadOnlySpan<byte> body, int repairedLength, LeadDraft draft, int known)
    {
        var repaired = ArrayPool<byte>.Shared.Rent(repairedLength);
        JsonRepair.Write(body, repaired);
        var whole = repaired.AsSpan(0, repairedLength);
        var fields = new JsonFields(whole, draft, known, stackalloc char[FieldPath.MaxLength], stackalloc int[FieldPath.MaxDepth]);
        try
        {
            return fields.ReadAll();
        }
        catch (JsonException broken)
        {
            return Broken(broken, ", not counting raw line breaks inside strings");
        }
        finally
        {
            // It holds personal data: nobody else is to find it in the pool.
            ArrayPool<byte>.Shared.Return(repaired, clearArray: true);
        }
    }

    private static Problem Broken(JsonException broken, string counting) => Problem.UnreadableBody(
        $"The body is not valid JSON at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}{counting}.");
}
