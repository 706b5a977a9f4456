using System.Text;

namespace LeadFilter.Http.Leads;

/// <summary>The encoding Windows-1252, as the Encoding Standard of the WHATWG has it: each byte is one character.</summary>
internal static class Windows1252
{
    /// <summary>The most bytes of UTF-8 that a byte becomes.</summary>
    public const int MaxUtf8Bytes = 3;

    private const int First = 0x80;

    // 0x80 to 0x9F. Five of them stand for nothing and stay the control characters that they are in ISO-8859-1.
    private const string Upper =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>Writes a text as UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="to">Where to: <see cref="MaxUtf8Bytes"/> for each byte.</param>
    /// <returns>How many bytes it takes.</returns>
    public static int ToUtf8(ReadOnlySpan<byte> text, Span<byte> to)
    {
        var length = 0;
        foreach (var b in text)
        {
            length += new Rune(Character(b)).EncodeToUtf8(to[length..]);
        }

        return length;
    }

    /// <summary>Writes a text as characters, one for each byte.</summary>
    /// <param name="text">The text.</param>
    /// <param name="to">Where to.</param>
    public static void ToUtf16(ReadOnlySpan<byte> text, Span<char> to)
    {
        for (var at = 0; at < text.Length; at++)
        {
            to[at] = Character(text[at]);
        }
    }

    private static char Character(byte b) => b is < First or >= First + 32 ? (char)b : Upper[b - First];
}
