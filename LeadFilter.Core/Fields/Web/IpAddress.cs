using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Web;

/// <summary>An IP address: version 4, or version 6 (RFC 4291). A version 4 address within version 6 is one of version 4.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct IpAddress
{
    /// <summary>The most characters of an address.</summary>
    public const int MaxCharacters = 39;

    private const int MaxTextLength = 45;
    private const int Version6Bytes = 16;

    private readonly UInt128 bits;
    private readonly IPAddress? version6;

    private IpAddress(UInt128 bits, IPAddress? version6)
    {
        this.bits = bits;
        this.version6 = version6;
    }

    /// <summary>4 or 6.</summary>
    public int Version => version6 is null ? 4 : 6;

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
        if (text.Length > MaxTextLength)
        {
            return false;
        }

        if (!text.Contains(':'))
        {
            var isVersion4 = TryParseVersion4(text, out var four);
            address = new(four, null);
            return isVersion4;
        }

        // IPAddress also takes brackets, a zone, and zeros in front of the numbers of version 4.
        if (text.ContainsAny('[', '%')
            || (text.Contains('.') && !TryParseVersion4(text[(text.LastIndexOf(':') + 1)..], out _))
            || !IPAddress.TryParse(text, out var parsed))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[Version6Bytes];
        parsed.TryWriteBytes(bytes, out _);
        var six = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        address = parsed.IsIPv4MappedToIPv6 ? new((uint)six, null) : new(six, parsed);
        return true;
    }

    /// <summary>Writes it in canonical form (RFC 5952).</summary>
    /// <param name="destination">Room for <see cref="MaxCharacters"/>.</param>
    /// <returns>How many characters were written.</returns>
    public int Write(Span<char> destination)
    {
        if (version6 is null)
        {
            return WriteVersion4(destination);
        }

        version6.TryFormat(destination, out var length);
        return length;
    }

    // Ours: IPAddress reads 134744072, 0x08.8.8.8 and 8.8.8.08 as addresses, too, and allocates.
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
}
