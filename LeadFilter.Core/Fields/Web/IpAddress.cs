using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Web;

/// <summary>An IP address: version 4, or version 6 (RFC 4291). A version 4 address within version 6 is one of version 4.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct IpAddress
{
    /// <summary>The most characters of an address.</summary>
    public const int MostCharacters = 39;

    private const int Groups = 8;
    private const int LongestText = 45;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly UInt128 bits;

    private IpAddress(int version, UInt128 bits)
    {
        Version = version;
        this.bits = bits;
    }

    /// <summary>4 or 6.</summary>
    public int Version { get; }

    /// <summary>Whether it belongs to a network that the internet does not reach.</summary>
    public bool IsPrivate => Version == 4 ? AddressBlocks.IsPrivate((uint)bits) : AddressBlocks.IsPrivate(bits);

    /// <summary>Whether it is set aside for documentation, tests, multicast or the future.</summary>
    public bool IsReserved => Version == 4 ? AddressBlocks.IsReserved((uint)bits) : AddressBlocks.IsReserved(bits);

    /// <summary>Reads an address.</summary>
    /// <param name="text">The text, without brackets, port or zone.</param>
    /// <param name="address">The address.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out IpAddress address)
    {
        address = default;
        if (text.Length > LongestText)
        {
            return false;
        }

        if (!text.Contains(':'))
        {
            var isVersion4 = TryParseVersion4(text, out var four);
            address = new(4, four);
            return isVersion4;
        }

        if (!TryParseVersion6(text, out var six))
        {
            return false;
        }

        address = six >> 32 == 0xFFFF ? new(4, (uint)six) : new(6, six);
        return true;
    }

    /// <summary>Writes it in canonical form (RFC 5952).</summary>
    /// <param name="destination">Room for <see cref="MostCharacters"/>.</param>
    /// <returns>How many characters were written.</returns>
    public int Write(Span<char> destination) => Version == 4 ? WriteVersion4(destination) : WriteVersion6(destination);

    private static bool TryParseVersion4(ReadOnlySpan<char> text, out uint bits)
    {
        bits = 0;
        for (var octet = 0; octet < 4; octet++)
        {
            var end = octet < 3 ? text.IndexOf('.') : text.Length;
            if (end is < 1 or > 3 || !AsciiDigits.IsAll(text[..end]) || (end > 1 && text[0] == '0')
                || int.Parse(text[..end]) is not (<= 255 and var number))
            {
                return false;
            }

            bits = (bits << 8) | (uint)number;
            text = octet < 3 ? text[(end + 1)..] : default;
        }

        return true;
    }

    private static bool TryParseVersion6(ReadOnlySpan<char> text, out UInt128 bits)
    {
        var gap = text.IndexOf("::");
        if (gap < 0)
        {
            return TryParseGroups(text, true, out bits, out var all) && all == Groups;
        }

        var read = TryParseGroups(text[..gap], false, out var high, out var highCount)
            & TryParseGroups(text[(gap + 2)..], true, out var low, out var lowCount);
        bits = highCount == 0 ? low : (high << (16 * (Groups - highCount))) | low;
        return read && highCount + lowCount < Groups;
    }

    // Groups of hex digits between colons; the last two of all may be an address of version 4.
    private static bool TryParseGroups(ReadOnlySpan<char> text, bool isLast, out UInt128 bits, out int count)
    {
        bits = 0;
        count = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf(':');
            var group = end < 0 ? text : text[..end];
            if (isLast && end < 0 && count <= Groups - 2 && TryParseVersion4(group, out var four))
            {
                bits = (bits << 32) | four;
                count += 2;
                return true;
            }

            if (group.Length > 4 || group.ContainsAnyExcept(HexDigits)
                || !ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
                || ++count > Groups || end == text.Length - 1)
            {
                return false;
            }

            bits = (bits << 16) | number;
            text = end < 0 ? default : text[(end + 1)..];
        }

        return true;
    }

    private int WriteVersion4(Span<char> destination)
    {
        var length = 0;
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            ((byte)(bits >> shift)).TryFormat(destination[length..], out var written);
            length += written;
            if (shift > 0)
            {
                destination[length++] = '.';
            }
        }

        return length;
    }

    private int WriteVersion6(Span<char> destination)
    {
        var (gapStart, gapLength) = LongestGap();
        var length = 0;
        for (var group = 0; group < Groups; group++)
        {
            if (group == gapStart)
            {
                "::".CopyTo(destination[length..]);
                length += 2;
                group += gapLength - 1;
                continue;
            }

            if (group > 0 && destination[length - 1] != ':')
            {
                destination[length++] = ':';
            }

            Group(group).TryFormat(destination[length..], out var written, "x");
            length += written;
        }

        return length;
    }

    // RFC 5952, section 4.2: the first of the longest runs of zero groups, if it has two at least.
    private (int Start, int Length) LongestGap()
    {
        var (start, length) = (-1, 1);
        var run = 0;
        for (var group = 0; group < Groups; group++)
        {
            run = Group(group) == 0 ? run + 1 : 0;
            if (run > length)
            {
                (start, length) = (group - run + 1, run);
            }
        }

        return (start, length);
    }

    private ushort Group(int index) => (ushort)(bits >> (16 * (Groups - 1 - index)));
}
