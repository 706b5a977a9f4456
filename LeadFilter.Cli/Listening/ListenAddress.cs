using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LeadFilter.Cli.Listening;

/// <summary>An address that the filter listens on.</summary>
/// <param name="IsHttps">Whether it speaks TLS.</param>
/// <param name="Host">An address of this machine; 0.0.0.0 or [::] for all of them.</param>
/// <param name="Port">The port, 0 to 65,535; 0 for a free one.</param>
internal sealed record ListenAddress(bool IsHttps, IPAddress Host, int Port)
{
    private const string Http = "http://";
    private const string Https = "https://";
    private const int MaxPort = 65_535;

    /// <summary>Reads an address such as <c>0.0.0.0:8080</c>, <c>[::1]:8080</c> or <c>https://0.0.0.0:8443</c>.</summary>
    /// <param name="text">The text. Names other than localhost are not taken: what they stand for changes.</param>
    /// <param name="isHttps">Whether one without http or https before it speaks TLS.</param>
    /// <param name="address">The address.</param>
    public static bool TryParse(string text, bool isHttps, [NotNullWhen(true)] out ListenAddress? address)
    {
        ArgumentNullException.ThrowIfNull(text);
        address = null;
        var rest = text.AsSpan().TrimEnd('/');
        if (rest.StartsWith(Https, StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[Https.Length..];
            isHttps = true;
        }
        else if (rest.StartsWith(Http, StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[Http.Length..];
            isHttps = false;
        }

        var colon = rest.LastIndexOf(':');
        if (colon < 0
            || !int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port > MaxPort
            || HostOf(rest[..colon]) is not { } host)
        {
            return false;
        }

        address = new(isHttps, host, port);
        return true;
    }

    /// <summary>As the user writes it.</summary>
    public override string ToString() => $"{(IsHttps ? Https : Http)}{new IPEndPoint(Host, Port)}";

    private static IPAddress? HostOf(ReadOnlySpan<char> text)
    {
        if (text.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return IPAddress.Loopback;
        }

        var isBracketed = text is ['[', .., ']'];
        return IPAddress.TryParse(isBracketed ? text[1..^1] : text, out var host)
            && isBracketed == (host.AddressFamily == AddressFamily.InterNetworkV6)
            && (isBracketed || host.ToString().AsSpan().SequenceEqual(text))
            ? host
            : null;
    }
}
