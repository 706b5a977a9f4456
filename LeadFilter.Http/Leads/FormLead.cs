using System.Buffers;
using System.Text;
using System.Text.Unicode;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>
/// A lead as a URL-encoded form: pairs between ampersands, a plus for a space, percent escapes in UTF-8. A percent sign
/// that begins no escape stands for itself; a name without an equals sign has an empty text. What templates make of a form is read
/// too, where it can mean nothing else: <c>&amp;amp;</c>, semicolons or lines between pairs, a form that was escaped as a whole.
/// </summary>
internal static class FormLead
{
    // Whoever writes ?is_test wants no purchase.
    private const string BareTest = "is_test";

    // What may stand before the first pair and is no part of its name.
    private static ReadOnlySpan<byte> Before => "?& \t\r\n"u8;

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="draft">Where its fields go.</param>
    /// <param name="charset">The encoding of its bytes, those behind percent signs too.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? Read(ReadOnlySpan<byte> body, LeadDraft draft, BodyCharset charset = BodyCharset.Unsaid) =>
        ReadPairs(BodySniffer.Start(body).TrimEnd("\r\n"u8), draft, charset);

    /// <summary>Reads pairs of names and texts.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="draft">Where they go.</param>
    /// <param name="charset">The encoding of their bytes, those behind percent signs too.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? ReadPairs(ReadOnlySpan<byte> pairs, LeadDraft draft, BodyCharset charset = BodyCharset.Unsaid)
    {
        var room = ArrayPool<byte>.Shared.Rent(pairs.Length);
        try
        {
            pairs = pairs.TrimStart(Before);
            return IsEscapedAsAWhole(pairs)
                ? ReadPairs(FormText.Decode(pairs, room).ToArray(), draft, charset)
                : ReadEach(pairs, room, draft, charset);
        }
        finally
        {
            // It holds personal data: nobody else is to find it in the pool.
            ArrayPool<byte>.Shared.Return(room, clearArray: true);
        }
    }

    private static bool IsEscapedAsAWhole(ReadOnlySpan<byte> pairs) =>
        !pairs.Contains((byte)'=') && (pairs.IndexOf("%3D"u8) > 0 || pairs.IndexOf("%3d"u8) > 0);

    private static Problem? ReadEach(ReadOnlySpan<byte> pairs, Span<byte> room, LeadDraft draft, BodyCharset charset)
    {
        var separator = SeparatorOf(pairs, room, draft);
        foreach (var range in pairs.Split(separator))
        {
            var pair = separator == '\n' ? pairs[range].Trim("\r "u8) : pairs[range];
            if (!pair.IsEmpty && ReadPair(pair, room, draft, charset) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>
    /// An ampersand. Only if there is none, and what stands between semicolons or line breaks are pairs with names that the campaign
    /// knows, those: HTML 4.01 (appendix B.2.2) wants semicolons understood, and forms of enctype text/plain have lines.
    /// </summary>
    private static byte SeparatorOf(ReadOnlySpan<byte> pairs, Span<byte> room, LeadDraft draft)
    {
        const byte Usual = (byte)'&';
        return pairs.Contains(Usual) ? Usual
            : AreKnown(pairs, (byte)'\n', room, draft) ? (byte)'\n'
            : AreKnown(pairs, (byte)';', room, draft) ? (byte)';'
            : Usual;
    }

    private static bool AreKnown(ReadOnlySpan<byte> pairs, byte separator, Span<byte> room, LeadDraft draft)
    {
        if (!pairs.Contains(separator))
        {
            return false;
        }

        Span<char> letters = stackalloc char[FieldPath.MaxLength];
        foreach (var range in pairs.Split(separator))
        {
            var pair = pairs[range].Trim("\r "u8);
            var equals = pair.IndexOf((byte)'=');
            if (!pair.IsEmpty
                && (equals < 0
                    || Utf8.ToUtf16(FormText.Decode(pair[..equals], room), letters, out _, out var length) != OperationStatus.Done
                    || !draft.Knows(letters[..length])))
            {
                return false;
            }
        }

        return true;
    }

    private static Problem? ReadPair(ReadOnlySpan<byte> pair, Span<byte> room, LeadDraft draft, BodyCharset charset)
    {
        var equals = pair.IndexOf((byte)'=');
        var encoded = equals < 0 ? [] : pair[(equals + 1)..];
        var name = FormText.WithoutEscapedAmpersand(FormText.Decode(equals < 0 ? pair : pair[..equals], room));
        Span<char> letters = stackalloc char[FieldPath.MaxLength];
        if (!FormText.TryRead(name, charset, letters, out var length))
        {
            return ReadField.Ignore(draft, Encoding.UTF8.GetString(name), encoded);
        }

        if (equals < 0 && letters[..length].Equals(BareTest, StringComparison.OrdinalIgnoreCase))
        {
            return ReadField.AddTo(draft, BareTest, "true");
        }

        // From here on the room is the value's: the name has left it.
        var plusAt = encoded.Contains((byte)'+') ? FormPlus.Find(draft.TypeOf(letters[..length]), encoded) : -1;
        var value = FormText.Decode(encoded, room, plusAt);
        return FormText.TryRead(value, charset, out var text)
            ? ReadField.AddTo(draft, letters[..length], text)
            : ReadField.AddUnfit(draft, letters[..length], value, "is not UTF-8. Percent-encode its UTF-8 bytes, or say the charset.");
    }
}
