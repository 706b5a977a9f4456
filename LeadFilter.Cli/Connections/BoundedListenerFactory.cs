using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFilter.Cli.Connections;

/// <summary>
/// Has Kestrel listen through <see cref="BoundedListener"/>. Kestrel's own bound (MaxConcurrentConnections) turns away whoever
/// comes last, so that idle connections shut others out, and it counts only after a thread of the pool has taken a connection up.
/// </summary>
/// <param name="options">How sockets are used.</param>
/// <param name="connections">The book of connections.</param>
/// <param name="closed">Counts those that are closed.</param>
/// <param name="loggers">Make the transport's log.</param>
internal sealed class BoundedListenerFactory(
    IOptions<SocketTransportOptions> options, OpenConnections connections, ClosedConnections closed, ILoggerFactory loggers)
    : IConnectionListenerFactory
{
    private readonly SocketTransportFactory transport = new(options, loggers);

    /// <inheritdoc/>
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new BoundedListener(await transport.BindAsync(endpoint, cancellationToken), connections, closed);
}
