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

    private static Problem Broken(XmlException broken) => Problem.UnreadableBody(
        $"The body is not well-formed XML at line {broken.LineNumber}, position {broken.LinePosition}.");

    // The exception says it only in words. In UTF-16 there is a NUL between two letters.
    private static bool NamesDtd(ReadOnlySpan<byte> body) =>
        Encoding.Latin1.GetString(body).Replace("\0", "", StringComparison.Ordinal).Contains("<!DOCTYPE", StringComparison.Ordinal);
}
