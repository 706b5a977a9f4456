using System.Net;
using System.Net.Sockets;

namespace LeadFilter.Cli.Serving;

/// <summary>The port of a filter on this machine.</summary>
internal static class ListenPort
{
    /// <summary>Finds out whether a port can be listened on, before anything else is begun that would have to be taken back.</summary>
    /// <param name="port">The port on 127.0.0.1; 0 for any.</param>
    /// <exception cref="CannotServeException">It cannot.</exception>
    public static void Prove(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException failure)
        {
            throw new CannotServeException(failure.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => Taken(port),
                SocketError.AccessDenied => $"Port {port} may not be used by this user. Choose one from 1024 with --port.",
                _ => $"Port {port} cannot be used: {failure.Message}. Choose another port with --port.",
            });
        }
    }

    /// <summary>What to say of a port that another program listens on.</summary>
    /// <param name="port">The port.</param>
    public static string Taken(int port) =>
        $"Port {port} is taken by another program, perhaps a filter that runs already. Stop it, or choose another port with --port.";
}
