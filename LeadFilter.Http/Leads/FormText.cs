using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace LeadFilter.Http.Leads;

/// <summary>Names and texts of forms.</summary>
internal static class FormText
{
    /// <summary>Undoes percent escapes, and makes a plus a space.</summary>
    /// <param name="encoded">The text as sent.</param>
    /// <param name="room">Room for as many bytes.</param>
    /// <param name="plusAt">Where a plus stands that means itself; -1 for none.</param>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> encoded, Span<byte> room, int plusAt = -1)
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
            else if (b == '+' && i != plusAt)
            {
                b = (byte)' ';
            }

            room[length++] = b;
        }

        return room[..length];
    }

    /// <summary>
    /// A name without what is left of an ampersand that was written for HTML: <c>a=1&amp;amp;b=2</c> splits into <c>a=1</c> and
    /// <c>amp;b=2</c>. No name begins so.
    /// </summary>
    /// <param name="name">The name.</param>
    public static ReadOnlySpan<byte> WithoutEscapedAmpersand(ReadOnlySpan<byte> name)
    {
        while (name.StartsWith("amp;"u8))
        {
            name = name["amp;".Length..];
        }

        return name.StartsWith("#38;"u8) || name.StartsWith("#x26;"u8) ? name[(name.IndexOf((byte)';') + 1)..] : name;
    }

    /// <summary>Reads a name.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="charset">Their encoding.</param>
    /// <param name="letters">Room for the name.</param>
    /// <param name="length">How long it is.</param>
    /// <returns>False if it is not in the encoding, or there is no room for it.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, BodyCharset charset, Span<char> letters, out int length)
    {
        if (charset != BodyCharset.Windows1252)
        {
            return Utf8.ToUtf16(bytes, letters, out _, out length, replaceInvalidSequences: false) == OperationStatus.Done;
        }

        length = bytes.Length;
        if (length > letters.Length)
        {
            return false;
        }

        Windows1252.ToUtf16(bytes, letters);
        return true;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="charset">Their encoding.</param>
    /// <param name="text">The text.</param>
    /// <returns>False if it is not in the encoding.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, BodyCharset charset, out string text)
    {
        text = "";
        if (charset == BodyCharset.Windows1252)
        {
            text = string.Create(bytes.Length, bytes, static (letters, from) => Windows1252.ToUtf16(from, letters));
            return true;
        }

        if (!Utf8.IsValid(bytes))
        {
            return false;
        }

        text = Encoding.UTF8.GetString(bytes);
        return true;
    }

    private static int HexDigit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
