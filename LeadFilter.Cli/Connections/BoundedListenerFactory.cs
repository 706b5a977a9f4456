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
/// <param name="transport">How sockets are used.</param>
/// <param name="connections">The book of connections.</param>
/// <param name="closed">Counts those that are closed.</param>
/// <param name="time">The clock.</param>
/// <param name="loggers">Make the transport's log.</param>
internal sealed class BoundedListenerFactory(
    IOptions<SocketTransportOptions> transport,
    OpenConnections connections,
    ClosedConnections closed,
    TimeProvider time,
    ILoggerFactory loggers) : IConnectionListenerFactory
{
    /// <inheritdoc/>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var options = transport.Value;
        var socket = options.CreateBoundListenSocket(endpoint);
        socket.Listen(options.Backlog);
        var contexts = new SocketConnectionContextFactory(
            new()
            {
                IOQueueCount = options.IOQueueCount,
                MaxReadBufferSize = options.MaxReadBufferSize,
                MaxWriteBufferSize = options.MaxWriteBufferSize,
                WaitForDataBeforeAllocatingBuffer = options.WaitForDataBeforeAllocatingBuffer,
                UnsafePreferInlineScheduling = options.UnsafePreferInlineScheduling,
            },
            loggers.CreateLogger<SocketConnectionContextFactory>());
        return new(new BoundedListener(socket, contexts, connections, closed, time));
    }
}
