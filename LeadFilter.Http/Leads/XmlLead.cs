using System.Text;
using System.Xml;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>
/// A lead in XML 1.0: each element under the root is a field, nested ones are joined by dots; the root's name,
/// attributes, prefixes and comments are ignored. DTDs are refused, so there are no entities but the five of XML itself.
/// </summary>
internal static class XmlLead
{
    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    private const int MaxDeclaration = 200;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Problem HasDtd = Problem.UnreadableBody("The XML has a document type (<!DOCTYPE …>). Leave it out.");

    private static readonly Problem NotDecodable = Problem.UnreadableBody(
        "The XML is not in the encoding that it or the Content-Type says. Send UTF-8.");

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="isUtf8">Whether the Content-Type says UTF-8, so that what the document says does not count.</param>
    /// <param name="draft">Where its fields go.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? Read(ReadOnlyMemory<byte> body, bool isUtf8, LeadDraft draft)
    {
        try
        {
            if (!isUtf8 && SaysWindows1252(body.Span))
            {
                return ReadWindows1252(body.Span, draft);
            }

            using var bytes = new MemoryStream(body.ToArray(), writable: false);
            using var text = isUtf8 ? new StreamReader(bytes, StrictUtf8) : null;
            using var reader = text is null ? XmlReader.Create(bytes, Reading) : XmlReader.Create(text, Reading);
            return new XmlFields(reader, draft, stackalloc char[FieldPath.MaxLength], stackalloc int[FieldPath.MaxDepth]).ReadAll();
        }
        catch (XmlException broken)
        {
            return NamesDtd(body.Span) ? HasDtd : Broken(broken);
        }
        catch (DecoderFallbackException)
        {
            return NotDecodable;
        }
    }

    // The framework knows ISO-8859-1, but not this one, which most documents of that name are in.
    private static bool SaysWindows1252(ReadOnlySpan<byte> body)
    {
        var declaration = Encoding.Latin1.GetString(body[..Math.Min(body.Length, MaxDeclaration)]);
        var end = declaration.IndexOf("?>", StringComparison.Ordinal);
        return end > 0
            && (declaration.AsSpan(0, end).Contains("windows-1252", StringComparison.OrdinalIgnoreCase)
                || declaration.AsSpan(0, end).Contains("cp1252", StringComparison.OrdinalIgnoreCase));
    }

    private static Problem? ReadWindows1252(ReadOnlySpan<byte> body, LeadDraft draft)
    {
        var utf8 = new byte[body.Length * Windows1252.MaxUtf8Bytes];
        return Read(utf8.AsMemory(0, Windows1252.ToUtf8(body, utf8)), isUtf8: true, draft);
    }

    private static Problem Broken(XmlException broken) => Problem.UnreadableBody(
        $"The body is not well-formed XML at line {broken.LineNumber}, position {broken.LinePosition}.");

    // The exception says it only in words. In UTF-16 there is a NUL between two letters.
    private static bool NamesDtd(ReadOnlySpan<byte> body) =>
        Encoding.Latin1.GetString(body).Replace("\0", "", StringComparison.Ordinal).Contains("<!DOCTYPE", StringComparison.Ordinal);
}
