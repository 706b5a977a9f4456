using System.Net;
using System.Net.Sockets;

namespace LeadFilter.Cli.Listening;

/// <summary>Finds out whether an address can be listened on.</summary>
internal static class ListenPort
{
    /// <summary>Tries an address, before anything else is begun that would have to be taken back.</summary>
    /// <param name="address">The address.</param>
    /// <returns>Why it cannot be listened on, and what to do; null if it can.</returns>
    public static string? Try(ListenAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        try
        {
            using var listener = new TcpListener(address.Host, address.Port);
            listener.Start();
            return null;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => Taken(address),
                SocketError.AccessDenied =>
                    $"Port {address.Port} may not be used by this user. Choose one from 1024 with --port or --listen.",
                SocketError.AddressNotAvailable =>
                    $"{address.Host} is not an address of this machine. Choose another one with --listen, or 0.0.0.0 for all of them.",
                _ => $"Port {address.Port} cannot be used: {failure.Message}. Choose another one with --port or --listen.",
            };
        }
    }

    /// <summary>What to say of an address whose port another program listens on.</summary>
    /// <param name="address">The address.</param>
    public static string Taken(ListenAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var on = IPAddress.Loopback.Equals(address.Host) ? "" : $" on {address.Host}";
        return $"Port {address.Port}{on} is taken by another program, perhaps a filter that runs already. Stop it, or choose another port "
            + "with --port or --listen.";
    }
}
