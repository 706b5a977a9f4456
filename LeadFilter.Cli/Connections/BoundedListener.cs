using System.Net;
using Microsoft.AspNetCore.Connections;

namespace LeadFilter.Cli.Connections;

/// <summary>Accepts connections within the bounds, and closes the others before the server learns of them.</summary>
/// <param name="listener">Accepts all.</param>
/// <param name="connections">The book of connections.</param>
/// <param name="closed">Counts those that are closed.</param>
internal sealed class BoundedListener(IConnectionListener listener, OpenConnections connections, ClosedConnections closed)
    : IConnectionListener
{
    /// <inheritdoc/>
    public EndPoint EndPoint => listener.EndPoint;

    /// <inheritdoc/>
    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await listener.AcceptAsync(cancellationToken) is { } accepted)
        {
            if (Admit(accepted) is { } admitted)
            {
                return admitted;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => listener.UnbindAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => listener.DisposeAsync();

    /// <summary>Breaking a connection frees its descriptor at once; what else is to do need not be waited for.</summary>
    private static async Task CloseAsync(ConnectionContext connection)
    {
        connection.Abort(new ConnectionAbortedException("Too many connections are open."));
        await connection.DisposeAsync();
    }

    private CountedConnection? Admit(ConnectionContext accepted)
    {
        var address = (accepted.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
        var connection = connections.Admit(address, out var evicted, out var bound);
        if (bound is { } met)
        {
            closed.Add(met);
        }

        evicted?.Abort();
        if (connection is null)
        {
            _ = CloseAsync(accepted);
            return null;
        }

        return new(accepted, connection);
    }
}
