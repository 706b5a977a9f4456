using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>
/// A lead in JSON (RFC 8259). Beyond the standard, a comma before a closing brace or bracket is let pass, and so are raw
/// line breaks, tabs and other control characters inside strings. Comments are not.
/// </summary>
public static class JsonLead
{
    private static readonly Problem NotUtf8 = Problem.UnreadableBody(
        "The body is not UTF-8. Send UTF-8, or write characters beyond ASCII as \\u escapes.");

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="draft">Where its fields go.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? Read(ReadOnlySpan<byte> body, LeadDraft draft)
    {
        body = body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
        if (!Utf8.IsValid(body))
        {
            return NotUtf8;
        }

        var fields = new JsonFields(body, draft, 0, stackalloc char[FieldPath.MaxLength], stackalloc int[FieldPath.MaxDepth]);
        try
        {
            return fields.ReadAll();
        }
        catch (JsonException broken)
        {
            var repairedLength = JsonRepair.Measure(body);
            return repairedLength == body.Length ? Broken(broken, "") : ReadRepaired(body, repairedLength, draft, fields.Count);
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
