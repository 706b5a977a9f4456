using System.Buffers;
using System.Text;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>Reads a body in whichever format it is.</summary>
internal static class LeadBody
{
    private static readonly Problem Unknown = Problem.UnsupportedBody(
        $"The Content-Type does not say what the body is, and it begins like none of the formats that are read. {Problem.BodyRemedy}");

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body, not empty.</param>
    /// <param name="said">What the headers say of it.</param>
    /// <param name="draft">Where its fields go.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? Read(ReadOnlyMemory<byte> body, BodyType said, LeadDraft draft)
    {
        var format = BodySniffer.Tell(body.Span, said.Format);
        return format switch
        {
            BodyFormat.Any => Unknown,
            BodyFormat.Form => FormLead.Read(body.Span, draft, said.Charset),
            BodyFormat.Multipart => MultipartLead.Read(body.Span, said, draft),
            _ when said.Charset == BodyCharset.Windows1252 => ReadTranscoded(body.Span, format, draft),
            _ => ReadText(body, format, said.Charset == BodyCharset.Utf8, draft),
        };
    }

    /// <summary>Says that all is read: what is certain of the rest is read, too, a lead in a field of its own as JSON among it.</summary>
    /// <param name="draft">The fields.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? Finish(LeadDraft draft)
    {
        draft.Settle();
        if (!draft.HasIgnored || draft.NamesPerson() || draft.TakeOnly(IsJsonObject) is not { } json)
        {
            return null;
        }

        draft.GiveWay();
        var problem = JsonLead.ReadFields(Encoding.UTF8.GetBytes(json), draft);
        draft.Settle();
        return problem;
    }

    private static bool IsJsonObject(string text) => text.AsSpan().Trim() is ['{', .., '}'];

    private static Problem? ReadText(ReadOnlyMemory<byte> body, BodyFormat format, bool isUtf8, LeadDraft draft) =>
        format == BodyFormat.Json ? JsonLead.ReadFields(body.Span, draft) : XmlLead.Read(WithoutWhiteSpace(body), isUtf8, draft);

    // XML allows none before its declaration.
    private static ReadOnlyMemory<byte> WithoutWhiteSpace(ReadOnlyMemory<byte> body)
    {
        var start = body.Span.TrimStart(" \t\r\n"u8);
        return start is [(byte)'<', ..] ? body[^start.Length..] : body;
    }

    private static Problem? ReadTranscoded(ReadOnlySpan<byte> body, BodyFormat format, LeadDraft draft)
    {
        var text = ArrayPool<byte>.Shared.Rent(body.Length * Windows1252.MaxUtf8Bytes);
        try
        {
            return ReadText(text.AsMemory(0, Windows1252.ToUtf8(body, text)), format, isUtf8: true, draft);
        }
        finally
        {
            // It holds personal data: nobody else is to find it in the pool.
            ArrayPool<byte>.Shared.Return(text, clearArray: true);
        }
    }
}
