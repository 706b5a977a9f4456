using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Emails;
using LeadFilter.Core.Fields.Times;

namespace LeadFilter.Http.Leads;

/// <summary>
/// A plus that a hand-made form forgot to escape. In a form it means a space; but no e-mail address has one in its name, and none
/// stands between a time and its offset. So it is the plus itself. Before a telephone number it may be either: it stays a space.
/// </summary>
internal static class FormPlus
{
    /// <summary>Where a plus stands that means itself.</summary>
    /// <param name="type">The field's type; null if the campaign does not know the field.</param>
    /// <param name="encoded">The value as sent.</param>
    /// <returns>-1 if there is none.</returns>
    public static int Find(FieldType? type, ReadOnlySpan<byte> encoded)
    {
        var at = encoded.LastIndexOf((byte)'+');
        return at < 0 ? -1 : type switch
        {
            EmailType => IsInUserName(encoded, at) ? at : -1,
            TimestampType => IsBeforeOffset(encoded, at) ? at : -1,
            _ => -1,
        };
    }

    // Whoever escapes forms by a library escapes the @, too. Of two pluses, or before an address in brackets, one may be a space.
    private static bool IsInUserName(ReadOnlySpan<byte> encoded, int at) =>
        at > 0
        && encoded.IndexOf((byte)'+') == at
        && encoded[at..].IndexOf((byte)'@') > 1
        && encoded[at + 1] is not ((byte)'<' or (byte)'@' or (byte)'%')
        && encoded.IndexOfAny((byte)'<', (byte)' ') < 0;

    // 2026-11-30T11:58:12+05:30, but not 2026-11-30+05:30, where it parts day and time, nor 11:58:12+2026.
    private static bool IsBeforeOffset(ReadOnlySpan<byte> encoded, int at)
    {
        Span<byte> room = stackalloc byte[8];
        if (encoded.Length - at > room.Length || (encoded[..at].IndexOf((byte)':') < 0 && encoded[..at].IndexOf("%3A"u8) < 0))
        {
            return false;
        }

        var offset = FormText.Decode(encoded[(at + 1)..], room);
        foreach (var b in offset)
        {
            if (!char.IsAsciiDigit((char)b) && b != ':')
            {
                return false;
            }
        }

        // No time zone is more than 14 hours from Greenwich.
        return offset.Length is 4 or 5
            && offset.IndexOf((byte)':') is var colon && (offset.Length == 4 ? colon < 0 : colon == 2)
            && (offset[0] == '0' || (offset[0] == '1' && offset[1] is >= (byte)'0' and <= (byte)'4'));
    }
}
