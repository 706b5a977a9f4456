using System.Net;
using System.Net.Sockets;

namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>
/// Connects to providers. The addresses of a name are looked at when a connection is made, and only those are called that were looked
/// at: a name that turns to another address in between (DNS rebinding) gains nothing.
/// </summary>
/// <param name="networks">Which addresses may be called.</param>
/// <param name="resolve">Finds a name's addresses.</param>
internal sealed class LookupConnections(LookupNetworks networks, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    private const int MaxHeadKilobytes = 16;

    /// <summary>A handler that follows no redirect, keeps no cookie, takes no proxy, and tells nobody of the trace.</summary>
    /// <param name="connectTimeout">How long making a connection may take.</param>
    public SocketsHttpHandler NewHandler(TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,

        // A proxy would resolve the names itself, and the look at the addresses would be in vain.
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = connectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = MaxHeadKilobytes,
        MaxResponseDrainSize = 0,
        ConnectCallback = ConnectAsync,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation);
        var isPlain = context.InitialRequestMessage.RequestUri?.Scheme != Uri.UriSchemeHttps;
        var allowed = Array.FindAll(found, address => networks.Allow(address, onlyLoopback: isPlain));
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
