using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace LeadFilter.Cli.Connections;

/// <summary>Accepts connections within the bounds, and closes the others before anything is made for them.</summary>
/// <param name="listening">A socket that listens.</param>
/// <param name="contexts">Makes connections of accepted sockets.</param>
/// <param name="connections">The book of connections.</param>
/// <param name="closed">Counts those that are closed.</param>
/// <param name="time">The clock.</param>
internal sealed class BoundedListener(
    Socket listening,
    SocketConnectionContextFactory contexts,
    OpenConnections connections,
    ClosedConnections closed,
    TimeProvider time) : IConnectionListener
{
    // Without it, accepting would be tried in a loop that uses a core until a file is closed.
    private static readonly TimeSpan PauseWithoutFiles = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public EndPoint EndPoint { get; } = listening.LocalEndPoint!;

    /// <inheritdoc/>
    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                var socket = await listening.AcceptAsync(cancellationToken);
                if (Admit(socket) is { } admitted)
                {
                    return admitted;
                }
            }
            catch (ObjectDisposedException)
            {
                return null;
            }
            catch (SocketException failure) when (failure.SocketErrorCode == SocketError.OperationAborted)
            {
                return null;
            }
            catch (SocketException failure) when (failure.SocketErrorCode
                is SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable)
            {
                closed.Add(ConnectionBound.Files);
                await Task.Delay(PauseWithoutFiles, time, cancellationToken);
            }
            catch (SocketException)
            {
                // The client was gone before it was accepted.
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => DisposeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        listening.Dispose();
        return default;
    }

    private CountedConnection? Admit(Socket socket)
    {
        if (socket.RemoteEndPoint is not IPEndPoint remote)
        {
            socket.Dispose();
            return null;
        }

        var connection = connections.Admit(remote.Address, out var evicted, out var bound);
        if (bound is { } met)
        {
            closed.Add(met);
        }

        evicted?.Abort();
        if (connection is null)
        {
            socket.Dispose();
            return null;
        }

        socket.NoDelay = true;
        return new(contexts.Create(socket), connection);
    }
}
