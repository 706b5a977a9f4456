using System.Text;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>
/// A lead as a form in parts (RFC 7578), as PHP's curl sends an array and form makers send uploads. Files are noted and otherwise
/// ignored. A boundary that the Content-Type does not say, or says wrong, is told from the first line.
/// </summary>
internal static class MultipartLead
{
    // RFC 2046, section 5.1.1, allows 70 characters.
    private const int MaxBoundary = 200;

    private static readonly Problem NoBoundary = Problem.UnreadableBody(
        "The multipart body does not begin with a boundary line (--boundary). "
        + "Let your HTTP library write the Content-Type header and the body together.");

    private static readonly Problem CutOff = Problem.UnreadableBody(
        "The multipart body ends in the middle of a part. End it with --boundary--.");

    private static readonly Problem NoName = Problem.UnreadableBody(
        "A part of the multipart body does not have a name. Send Content-Disposition: form-data; name=\"…\" with each part.");

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="said">What the headers say of it.</param>
    /// <param name="draft">Where its fields go.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? Read(ReadOnlySpan<byte> body, BodyType said, LeadDraft draft)
    {
        Span<byte> room = stackalloc byte[MaxBoundary + 3];
        var line = BoundaryLine(body, said.Boundary, room);
        if (line.IsEmpty)
        {
            return NoBoundary;
        }

        // Each part ends where the next boundary line begins.
        var rest = body[(body.IndexOf(line[1..]) + line.Length - 1)..];
        while (!rest.StartsWith("--"u8))
        {
            var end = rest.IndexOf(line);
            if (end < 0)
            {
                return rest.IndexOfAnyExcept(" \t\r\n"u8) < 0 ? null : CutOff;
            }

            if (ReadPart(rest[..end], said.Charset, draft) is { } problem)
            {
                return problem;
            }

            rest = rest[(end + line.Length)..];
        }

        return null;
    }

    /// <summary>A line feed, two dashes and the boundary; empty if there is none in the body.</summary>
    private static ReadOnlySpan<byte> BoundaryLine(ReadOnlySpan<byte> body, string? said, Span<byte> room)
    {
        "\n--"u8.CopyTo(room);
        if (said is { Length: > 0 and <= MaxBoundary } && Ascii.IsValid(said))
        {
            var line = room[..(3 + Encoding.ASCII.GetBytes(said, room[3..]))];
            if (body.IndexOf(line[1..]) >= 0)
            {
                return line;
            }
        }

        var start = BodySniffer.Start(body);
        var end = start.IndexOfAny("\r\n"u8);
        if (!start.StartsWith("--"u8) || end is < 3 or > MaxBoundary)
        {
            return [];
        }

        start[2..end].CopyTo(room[3..]);
        return room[..(end + 1)];
    }

    private static Problem? ReadPart(ReadOnlySpan<byte> part, BodyCharset charset, LeadDraft draft)
    {
        var headers = PartHeaders.Read(ref part, charset);
        part = part.EndsWith("\r"u8) ? part[..^1] : part;
        if (headers.Name is not { } name)
        {
            return NoName;
        }

        if (headers.IsFile)
        {
            return ReadField.Ignore(draft, name, part);
        }

        return !headers.IsEncoded && FormText.TryRead(part, headers.Charset, out var text)
            ? ReadField.AddTo(draft, name, text)
            : ReadField.AddUnfit(
                draft, name, part, "is not UTF-8. Send UTF-8 without a Content-Transfer-Encoding, or say the charset in the Content-Type.");
    }
}
