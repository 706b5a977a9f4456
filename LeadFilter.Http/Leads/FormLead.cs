using System.Buffers;
using System.Text;
using System.Text.Unicode;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>
/// A lead as a URL-encoded form: pairs between ampersands, a plus for a space, percent escapes in UTF-8. A percent sign
/// that begins no escape stands for itself; a name without an equals sign has an empty text.
/// </summary>
internal static class FormLead
{
    private static readonly Problem LooksLikeJson = Problem.UnreadableBody(
        "The Content-Type says that the body is a form, but it begins like JSON. Send Content-Type: application/json.");

    private static readonly Problem LooksLikeXml = Problem.UnreadableBody(
        "The Content-Type says that the body is a form, but it begins like XML. Send Content-Type: application/xml.");

    private static readonly Problem NameNotUtf8 = Problem.UnreadableBody("A field's name is not UTF-8. Percent-encode its UTF-8 bytes.");

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="draft">Where its fields go.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? Read(ReadOnlySpan<byte> body, LeadDraft draft)
    {
        body = body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
        var start = body.TrimStart(" \t\r\n"u8);
        return start switch
        {
            [(byte)'{' or (byte)'[', ..] => LooksLikeJson,
            [(byte)'<', ..] => LooksLikeXml,
            _ => ReadPairs(body.TrimEnd("\r\n"u8), draft),
        };
    }

    /// <summary>Reads pairs of names and texts.</summary>
    /// <param name="pairs">The pairs, with an ampersand between two.</param>
    /// <param name="draft">Where they go.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? ReadPairs(ReadOnlySpan<byte> pairs, LeadDraft draft)
    {
        var room = ArrayPool<byte>.Shared.Rent(pairs.Length);
        try
        {
            foreach (var range in pairs.Split((byte)'&'))
            {
                if (!pairs[range].IsEmpty && ReadPair(pairs[range], room, draft) is { } problem)
                {
                    return problem;
                }
            }

            return null;
        }
        finally
        {
            // It holds personal data: nobody else is to find it in the pool.
            ArrayPool<byte>.Shared.Return(room, clearArray: true);
        }
    }

    private static Problem? ReadPair(ReadOnlySpan<byte> pair, Span<byte> room, LeadDraft draft)
    {
        var equals = pair.IndexOf((byte)'=');
        var name = Decode(equals < 0 ? pair : pair[..equals], room);
        Span<char> letters = stackalloc char[FieldPath.MaxLength];
        var status = Utf8.ToUtf16(name, letters, out _, out var length, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
        {
            return status == OperationStatus.DestinationTooSmall ? FieldPath.TooLong : NameNotUtf8;
        }

        // From here on the room is the value's: the name has left it.
        var value = Decode(equals < 0 ? [] : pair[(equals + 1)..], room);
        if (Utf8.IsValid(value))
        {
            return ReadField.AddTo(draft, letters[..length], Encoding.UTF8.GetString(value));
        }

        var field = letters[..length].ToString();
        return Problem.UnreadableField(field, $"The field '{field}' is not UTF-8. Percent-encode its UTF-8 bytes.");
    }

    private static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> encoded, Span<byte> room)
    {
        if (encoded.IndexOfAny((byte)'%', (byte)'+') < 0)
        {
            return encoded;
        }

        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var b = encoded[i];
            if (b == '%' && i + 2 < encoded.Length && char.IsAsciiHexDigit((char)encoded[i + 1])
                && char.IsAsciiHexDigit((char)encoded[i + 2]))
            {
                b = (byte)((HexDigit(encoded[i + 1]) << 4) | HexDigit(encoded[i + 2]));
                i += 2;
            }
            else if (b == '+')
            {
                b = (byte)' ';
            }

            room[length++] = b;
        }

        return room[..length];
    }

    private static int HexDigit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
