namespace LeadFilter.Http.Leads;

/// <summary>
/// Fixes what vendors' templates most often break: raw line breaks, tabs and other control characters inside JSON
/// strings become escapes. Everything else stays as it is.
/// </summary>
internal static class JsonRepair
{
    private const int EscapeLength = 6;

    /// <summary>How long the body is after the repair; the same length says that there is nothing to repair.</summary>
    /// <param name="body">The body.</param>
    public static int Measure(ReadOnlySpan<byte> body) => Write(body, []);

    /// <summary>Writes the repaired body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="to">Where to: room for <see cref="Measure"/> bytes, or empty for only measuring.</param>
    /// <returns>Its length.</returns>
    public static int Write(ReadOnlySpan<byte> body, Span<byte> to)
    {
        var length = 0;
        var inString = false;
        var afterBackslash = false;
        foreach (var b in body)
        {
            // After a backslash an escape would change the meaning: that stays broken.
            if (inString && b < ' ' && !afterBackslash)
            {
                if (!to.IsEmpty)
                {
                    WriteEscape(b, to[length..]);
                }

                length += EscapeLength;
                continue;
            }

            inString ^= b == '"' && !afterBackslash;
            afterBackslash = inString && b == '\\' && !afterBackslash;
            if (!to.IsEmpty)
            {
                to[length] = b;
            }

            length++;
        }

        return length;
    }

    private static void WriteEscape(byte control, Span<byte> to)
    {
        "\\u00"u8.CopyTo(to);
        to[4] = (byte)('0' + (control >> 4));
        to[5] = (byte)"0123456789abcdef"[control & 15];
    }
}
