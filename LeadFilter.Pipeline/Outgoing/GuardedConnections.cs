using System.Net;
using System.Net.Sockets;
using LeadFilter.Core.Permissions;

namespace LeadFilter.Pipeline.Outgoing;

/// <summary>
/// Connects to hosts that campaigns name, for look-ups and for deliveries. The addresses of a name are looked at when a connection is
/// made, and only those are called that were looked at: a name that turns to another address in between (DNS rebinding) gains nothing.
/// </summary>
/// <param name="destinations">Which addresses may be called.</param>
/// <param name="resolve">Finds a name's addresses.</param>
internal sealed class GuardedConnections(Destinations destinations, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    private const int MaxHeadKilobytes = 16;

    /// <summary>
    /// A handler that follows no redirect, keeps no cookie and tells nobody of the trace. A host that moves to another address is found
    /// there.
    /// </summary>
    /// <param name="connectTimeout">How long making a connection may take.</param>
    /// <param name="proxy">
    /// The proxy; null for none. Whoever has one asks <see cref="MayBeProxiedAsync"/> before each call, since it finds the addresses.
    /// </param>
    /// <param name="isTrusted">Whether a host may be called wherever it is, such as this filter's own; null: none may.</param>
    public SocketsHttpHandler NewHandler(TimeSpan connectTimeout, IWebProxy? proxy = null, Func<Uri, bool>? isTrusted = null) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = proxy is not null,
        Proxy = proxy,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = connectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = MaxHeadKilobytes,
        MaxResponseDrainSize = 0,
        ConnectCallback = (context, cancellation) => ConnectAsync(context, proxy, isTrusted, cancellation),
    };

    /// <summary>
    /// Whether a proxy may be asked for an address. It finds the name's addresses by itself, so they are looked at here first. A name
    /// that only the proxy knows is left to it.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<bool> MayBeProxiedAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            return (await FindAsync(address.IdnHost, address, isTrusted: null, cancellation)).Length > 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, IWebProxy? proxy, Func<Uri, bool>? isTrusted, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var allowed = proxy is not null && IsTo(proxy, context) ? await ResolveAsync(host, cancellation)
            : await FindAsync(host, context.InitialRequestMessage.RequestUri!, isTrusted, cancellation);
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

    /// <summary>Whether the connection is to the proxy, which no campaign chooses. A campaign cannot make a CONNECT either.</summary>
    private static bool IsTo(IWebProxy proxy, SocketsHttpConnectionContext context) =>
        context.InitialRequestMessage.Method == HttpMethod.Connect
        || (proxy.GetProxy(context.InitialRequestMessage.RequestUri!) is { } way
            && way.Port == context.DnsEndPoint.Port
            && way.IdnHost.Equals(context.DnsEndPoint.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase));

    /// <summary>The addresses of a host that may be called.</summary>
    private async ValueTask<IPAddress[]> FindAsync(
        string host, Uri address, Func<Uri, bool>? isTrusted, CancellationToken cancellation)
    {
        var found = await ResolveAsync(host, cancellation);
        var isPlain = address.Scheme != Uri.UriSchemeHttps;
        return isTrusted?.Invoke(address) == true ? found
            : Array.FindAll(found, each => destinations.Allow(host, each, onlyLoopback: isPlain));
    }

    private async ValueTask<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation) =>
        IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation);
}
