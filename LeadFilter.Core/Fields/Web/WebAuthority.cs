using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Web;

/// <summary>The part of a web address between scheme and path: a host, and perhaps a port.</summary>
internal static class WebAuthority
{
    /// <summary>The most characters of an authority: a host name, a colon and a port.</summary>
    public const int MaxCharacters = HostName.MaxCharacters + 6;

    private const string NoHost = "not a host name";

    /// <summary>Writes an authority in canonical form.</summary>
    /// <param name="text">The authority as sent.</param>
    /// <param name="isSecure">Whether the scheme is https, whose port is 443; else it is 80.</param>
    /// <param name="isBare">Whether no scheme was sent; then only a host with a top-level domain will do.</param>
    /// <param name="destination">Room for <see cref="MaxCharacters"/>.</param>
    /// <param name="length">How many characters were written.</param>
    /// <returns>Why it is none; null if it is one.</returns>
    public static string? Write(ReadOnlySpan<char> text, bool isSecure, bool isBare, Span<char> destination, out int length)
    {
        length = 0;
        if (text.Contains('@'))
        {
            return "holds a user name";
        }

        var hostEnd = text is ['[', ..] ? text.IndexOf(']') + 1 : text.IndexOf(':');
        var host = hostEnd < 0 ? text : text[..hostEnd];
        var port = hostEnd < 0 ? default : text[hostEnd..];
        if (!TryWriteHost(host, destination, out length) || (isBare && !HostName.HasTopLevelDomain(destination[..length])))
        {
            return NoHost;
        }

        if (port.IsEmpty || port is ":")
        {
            return null;
        }

        // Five digits at most, so that no sign, space or long run of zeros passes.
        if (port[0] != ':' || port.Length > 6 || !AsciiDigits.IsAll(port[1..])
            || int.Parse(port[1..]) is not (>= 1 and <= 65_535 and var number))
        {
            return "not a port";
        }

        if (number != (isSecure ? 443 : 80))
        {
            destination[length++] = ':';
            number.TryFormat(destination[length..], out var digits);
            length += digits;
        }

        return null;
    }

    private static bool TryWriteHost(ReadOnlySpan<char> host, Span<char> destination, out int length)
    {
        if (host is not ['[', .., ']'])
        {
            // A name may end with the root's dot; one that ends in a number must be an IPv4 address.
            return HostName.TryWrite(host is [.., '.'] ? host[..^1] : host, destination, out length)
                && (!IsNumber(destination[HostName.LastLabels(destination[..length], 1)..length])
                    || IpAddress.TryParse(destination[..length], out _));
        }

        length = 0;
        if (!IpAddress.TryParse(host[1..^1], out var address))
        {
            return false;
        }

        // ::ffff:203.0.113.7 is the IPv4 address.
        if (address.Version != 6)
        {
            length = host.Contains(':') ? address.Write(destination) : 0;
            return length > 0;
        }

        destination[0] = '[';
        length = address.Write(destination[1..]) + 2;
        destination[length - 1] = ']';
        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> label) => AsciiDigits.IsAll(label);
}
